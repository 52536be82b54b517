#include "watch/shim/consumption.hpp"

#include <dirent.h>
#include <sys/resource.h>
#include <sys/statvfs.h>

#include <csignal>
#include <cstdlib>
#include <memory>
#include <vector>

#include "watch/children.hpp"

namespace harness::watch {
namespace {

constexpr const char* shared_memory = "/dev/shm";
constexpr std::uint64_t nearly_full = 64U << 10U;
constexpr pid_t first_process = 1;

std::vector<pid_t> all_processes() {
  std::vector<pid_t> pids;
  const std::unique_ptr<DIR, int (*)(DIR*)> folder(::opendir("/proc"), ::closedir);
  if (!folder) return pids;
  while (const dirent* entry = ::readdir(folder.get())) {
    const pid_t pid = std::atoi(entry->d_name);
    if (pid > first_process) pids.push_back(pid);
  }
  return pids;
}

// Of files, too many fill the kernel's memory long before they fill a file system.
bool is_full(const std::string& folder, int most_files) {
  struct statvfs space {};
  if (::statvfs(folder.c_str(), &space) != 0 || space.f_blocks == 0) return false;
  return space.f_bavail * space.f_frsize < nearly_full ||
         space.f_files - space.f_ffree > static_cast<fsfilcnt_t>(most_files);
}

// Each process's own view first, which is cheap; it counts twice what processes share, and only when it is
// too much is the exact one taken.
bool uses_more_memory(const std::vector<pid_t>& pids, const std::vector<Usage>& usages, std::uint64_t most) {
  const std::uint64_t segments = shared_segments_bytes();
  std::uint64_t sum = segments;
  for (const Usage& usage : usages)
    sum += usage.resident_bytes;
  if (sum <= most) return false;
  sum = segments;
  for (std::size_t i = 0; i < pids.size(); ++i)
    sum += proportional_bytes_of(pids[i]).value_or(usages[i].resident_bytes);
  return sum > most;
}

}  // namespace

std::optional<Stopped> Consumption::exceeded() const {
  const std::vector<pid_t> pids = all_processes();
  std::vector<Usage> usages;
  int tasks = 0;
  for (const pid_t pid : pids) {
    usages.push_back(usage_of(pid));
    tasks += usages.back().threads;
  }
  if (tasks > limits_.processes) return Stopped::process_limit;
  if (uses_more_memory(pids, usages, limits_.memory_bytes)) return Stopped::memory_limit;
  if (is_full(disk_, limits_.files) || is_full(shared_memory, limits_.files)) return Stopped::disk_limit;
  return std::nullopt;
}

std::uint64_t largest_memory_so_far() {
  rusage usage{};
  ::getrusage(RUSAGE_CHILDREN, &usage);
  return static_cast<std::uint64_t>(usage.ru_maxrss) << 10U;
}

std::optional<Stopped> limit_behind_signal(pid_t pid, int signal, const Limits& limits) {
  rlimit own{};
  if (signal == SIGXCPU && ::prlimit(pid, RLIMIT_CPU, nullptr, &own) == 0 &&
      own.rlim_cur >= static_cast<rlim_t>(limits.cpu.count()))
    return Stopped::cpu_limit;
  if (signal == SIGXFSZ && ::prlimit(pid, RLIMIT_FSIZE, nullptr, &own) == 0 &&
      own.rlim_cur >= limits.file_bytes)
    return Stopped::disk_limit;
  return std::nullopt;
}

}  // namespace harness::watch
