#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <sstream>
#include <string_view>

#include "support/unique_fd.hpp"
#include "watch/children.hpp"

namespace harness::watch {
namespace {

std::string proc_path(pid_t pid, const char* entry) {
  return "/proc/" + std::to_string(pid) + "/" + entry;
}

std::string read_proc(const std::string& path) {
  std::string content;
  const UniqueFd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!fd) return content;
  std::array<char, 4096> chunk;
  while (true) {
    const ssize_t count = ::read(fd.get(), chunk.data(), chunk.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return content;
    content.append(chunk.data(), static_cast<std::size_t>(count));
  }
}

// The text behind "NAME:" in what /proc/PID/status says.
std::string status_field(const std::string& status, std::string_view name) {
  const std::string key = "\n" + std::string(name) + ":";
  const std::size_t at = status.find(key);
  if (at == std::string::npos) return {};
  const std::size_t begin = status.find_first_not_of(" \t", at + key.size());
  return status.substr(begin, status.find('\n', begin) - begin);
}

std::string status_field(pid_t pid, std::string_view name) {
  return status_field(read_proc(proc_path(pid, "status")), name);
}

std::vector<pid_t> read_list(const std::string& list) {
  std::vector<pid_t> children;
  const char* at = list.data();
  const char* const end = at + list.size();
  while (at != end) {
    pid_t pid = 0;
    const auto [next, error] = std::from_chars(at, end, pid);
    if (error != std::errc{}) break;
    children.push_back(pid);
    at = next;
    while (at != end && *at == ' ')
      ++at;
  }
  return children;
}

std::vector<pid_t> tasks_of(pid_t pid) {
  std::vector<pid_t> tasks;
  const std::unique_ptr<DIR, int (*)(DIR*)> folder(::opendir(proc_path(pid, "task").c_str()), ::closedir);
  if (!folder) return tasks;
  while (const dirent* entry = ::readdir(folder.get())) {
    const pid_t task = std::atoi(entry->d_name);
    if (task > 0) tasks.push_back(task);
  }
  return tasks;
}

}  // namespace

std::vector<pid_t> own_children() {
  return read_list(read_proc("/proc/thread-self/children"));
}

std::vector<pid_t> children_of(pid_t pid) {
  std::vector<pid_t> children;
  for (const pid_t task : tasks_of(pid)) {
    for (const pid_t child :
         read_list(read_proc(proc_path(pid, "task/") + std::to_string(task) + "/children"))) {
      children.push_back(child);
    }
  }
  return children;
}

pid_t process_of_task(pid_t task) {
  const std::string group = status_field(task, "Tgid");
  return group.empty() ? 0 : std::atoi(group.c_str());
}

pid_t pid_of_pidfd(pid_t holder, int fd) {
  const std::string pid = status_field(read_proc(proc_path(holder, "fdinfo/") + std::to_string(fd)), "Pid");
  return pid.empty() ? 0 : std::atoi(pid.c_str());
}

bool is_last_thread(pid_t pid) {
  int alive = 0;
  for (const pid_t task : tasks_of(pid)) {
    const std::string state = read_proc(proc_path(pid, "task/") + std::to_string(task) + "/stat");
    const std::size_t name_end = state.rfind(')');
    if (name_end == std::string::npos || name_end + 2 >= state.size()) continue;
    const char letter = state[name_end + 2];
    if (letter != 'Z' && letter != 'X') ++alive;
  }
  return alive <= 1;
}

unsigned long stack_of(pid_t pid) {
  constexpr int fields_between_name_and_stack = 25;
  const std::string stat = read_proc(proc_path(pid, "stat"));
  std::size_t at = stat.rfind(')');
  if (at == std::string::npos) return 0;
  for (int field = 0; field <= fields_between_name_and_stack; ++field) {
    at = stat.find(' ', at + 1);
    if (at == std::string::npos) return 0;
  }
  return std::strtoul(stat.c_str() + at, nullptr, 10);
}

std::vector<std::string> arguments_of(pid_t pid) {
  std::vector<std::string> arguments;
  const std::string line = read_proc(proc_path(pid, "cmdline"));
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = line.find('\0', at);
    arguments.push_back(line.substr(at, end - at));
    if (end == std::string::npos) break;
    at = end + 1;
  }
  return arguments;
}

std::string command_name_of(pid_t pid) {
  const std::string stat = read_proc(proc_path(pid, "stat"));
  const std::size_t begin = stat.find('('), end = stat.rfind(')');
  return end == std::string::npos || begin > end ? std::string() : stat.substr(begin + 1, end - begin - 1);
}

std::optional<ProcessState> state_of(pid_t pid) {
  const std::string stat = read_proc(proc_path(pid, "stat"));
  const std::size_t name_end = stat.rfind(')');  // a name may contain anything
  if (name_end == std::string::npos) return std::nullopt;
  char state = 0;
  int parent = 0;
  if (std::sscanf(stat.c_str() + name_end + 1, " %c %d", &state, &parent) != 2) return std::nullopt;
  return ProcessState{parent, state == 'Z' || state == 'X'};
}

std::optional<Lineage> lineage_of(pid_t task) {
  const std::string status = read_proc(proc_path(task, "status"));
  if (status.empty()) return std::nullopt;
  const auto number = [&](std::string_view name) {
    return static_cast<pid_t>(std::strtol(status_field(status, name).c_str(), nullptr, 10));
  };
  return Lineage{number("Tgid"), number("PPid"), number("TracerPid")};
}

bool ignores_sigchld(pid_t pid) {
  const std::string mask = status_field(pid, "SigIgn");
  const unsigned long long ignored = std::strtoull(mask.c_str(), nullptr, 16);
  return ((ignored >> (SIGCHLD - 1)) & 1U) != 0;
}

long peak_kb_of(pid_t pid) {
  const std::string peak = status_field(pid, "VmHWM");
  return peak.empty() ? -1 : std::strtol(peak.c_str(), nullptr, 10);
}

Usage usage_of(pid_t pid) {
  const std::string status = read_proc(proc_path(pid, "status"));
  const auto number = [&](std::string_view name) {
    return std::strtoull(status_field(status, name).c_str(), nullptr, 10);
  };
  return {static_cast<int>(number("Threads")), (number("RssAnon") + number("RssShmem")) << 10U};
}

std::optional<std::uint64_t> proportional_bytes_of(pid_t pid) {
  const std::string sums = read_proc(proc_path(pid, "smaps_rollup"));
  if (sums.empty()) return std::nullopt;
  const auto number = [&](std::string_view name) {
    return std::strtoull(status_field(sums, name).c_str(), nullptr, 10);
  };
  return (number("Pss_Anon") + number("Pss_Shmem")) << 10U;
}

// The columns behind which "rss" stands are the same since Linux 2.6.34.
std::uint64_t shared_segments_bytes() {
  constexpr int columns_before_rss = 14;
  const std::string table = read_proc("/proc/sysvipc/shm");
  std::istringstream lines(table);
  std::string line;
  std::getline(lines, line);
  std::uint64_t sum = 0;
  while (std::getline(lines, line)) {
    std::istringstream columns(line);
    std::string skipped;
    for (int i = 0; i < columns_before_rss; ++i)
      columns >> skipped;
    std::uint64_t bytes = 0;
    if (columns >> bytes) sum += bytes;
  }
  return sum;
}

bool holds_output(pid_t pid, const std::string& out_link, const std::string& err_link) {
  for (const char* entry : {"fd/1", "fd/2"}) {
    std::array<char, 256> target;
    const ssize_t length = ::readlink(proc_path(pid, entry).c_str(), target.data(), target.size());
    if (length <= 0) continue;
    const std::string_view link(target.data(), static_cast<std::size_t>(length));
    if (link == out_link || link == err_link) return true;
  }
  return false;
}

std::string link_of(int fd) {
  std::array<char, 256> target;
  const std::string path = "/proc/self/fd/" + std::to_string(fd);
  const ssize_t length = ::readlink(path.c_str(), target.data(), target.size());
  return length > 0 ? std::string(target.data(), static_cast<std::size_t>(length)) : std::string();
}

}  // namespace harness::watch
