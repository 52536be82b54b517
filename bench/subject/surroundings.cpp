#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <string_view>
#include <thread>

#include "subject/course.hpp"

namespace bench {
namespace {

constexpr std::size_t megabyte = std::size_t{1} << 20;
constexpr std::size_t small_page = 4096;

bool take(std::string_view argument, std::string_view option, std::string& value) {
  if (!argument.starts_with(option)) return false;
  value = argument.substr(option.size());
  return true;
}

long available_megabytes() {
  std::ifstream file("/proc/meminfo");
  std::string key;
  for (long kilobytes = 0; file >> key >> kilobytes; file.ignore(16, '\n')) {
    if (key == "MemAvailable:") return kilobytes / 1024;
  }
  return 0;
}

// A child touches the same pages again where they are copied, so twice as much has to be there.
void hold_memory(int megabytes, bool huge) {
  if (megabytes == 0) return;
  if (available_megabytes() < 2L * megabytes + 256) {
    throw std::runtime_error("there is not enough memory for " + std::to_string(megabytes) + " MB");
  }
  const std::size_t size = static_cast<std::size_t>(megabytes) * megabyte;
  const std::size_t alignment = 2 * megabyte;
  void* area = ::mmap(nullptr, size + alignment, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (area == MAP_FAILED) throw std::runtime_error("cannot map " + std::to_string(megabytes) + " MB");
  const auto begin = (reinterpret_cast<std::uintptr_t>(area) + alignment - 1) & ~(alignment - 1);
  auto* bytes = reinterpret_cast<volatile char*>(begin);
  ::madvise(reinterpret_cast<void*>(begin), size, huge ? MADV_HUGEPAGE : MADV_NOHUGEPAGE);
  for (std::size_t at = 0; at < size; at += small_page)
    bytes[at] = 1;
}

void hold_descriptors(int count) {
  if (count == 0) return;
  rlimit limit = {};
  ::getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
  const int null = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
  for (int i = 1; i < count; ++i) {
    if (::fcntl(null, F_DUPFD_CLOEXEC, 3) < 0) throw std::runtime_error("cannot open that many descriptors");
  }
}

void hold_threads(int count) {
  for (int i = 1; i < count; ++i)
    std::thread([] {
      for (;;)
        ::pause();
    }).detach();
}

}  // namespace

Surroundings parse_surroundings(std::span<char* const> arguments) {
  Surroundings wanted;
  std::string value;
  for (const std::string_view argument : arguments) {
    if (take(argument, "--socket=", value)) {
      wanted.socket = std::atoi(value.c_str());
    } else if (take(argument, "--memory=", value)) {
      wanted.memory_mb = std::atoi(value.c_str());
      wanted.huge = value.ends_with(",huge");
    } else if (take(argument, "--descriptors=", value)) {
      wanted.descriptors = std::atoi(value.c_str());
    } else if (take(argument, "--threads=", value)) {
      wanted.threads = std::atoi(value.c_str());
    } else if (take(argument, "--children=", value)) {
      wanted.children = std::atoi(value.c_str());
    } else if (!take(argument, "--started=", wanted.started)) {
      throw std::invalid_argument("unknown option " + std::string(argument));
    }
  }
  if (wanted.socket < 0) throw std::invalid_argument("this program is run by a benchmark");
  return wanted;
}

void take_on(const Surroundings& surroundings) {
  hold_memory(surroundings.memory_mb, surroundings.huge);
  hold_descriptors(surroundings.descriptors);
  hold_threads(surroundings.threads);
}

}  // namespace bench
