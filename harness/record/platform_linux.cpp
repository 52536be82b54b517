#include <sched.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string_view>
#include <system_error>

#include "record/platform.hpp"
#include "support/errors.hpp"
#include "support/escape.hpp"
#include "support/file.hpp"

namespace harness {
namespace {

std::string distribution() {
  constexpr std::string_view key = "PRETTY_NAME=";
  try {
    for (const std::string& line : lines_of(read_file("/etc/os-release"))) {
      if (!line.starts_with(key)) continue;
      std::string name = line.substr(key.size());
      if (name.size() >= 2 && name.front() == '"' && name.back() == '"')
        name = name.substr(1, name.size() - 2);
      return name;
    }
  } catch (const CannotJudge&) {  // a system without the file has no name
  }
  return "";
}

std::string libc() {
  std::array<char, 64> name{};
  return ::confstr(_CS_GNU_LIBC_VERSION, name.data(), name.size()) > 0 ? name.data() : "";
}

int usable_cpus() {
  cpu_set_t set;
  return ::sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 0;
}

// The namespace of process numbers that the kernel starts with.
constexpr std::string_view first_pid_namespace = "pid:[4026531836]";

std::string text_of(const char* path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

bool has_line(const std::string& text, std::string_view line) {
  const std::vector<std::string> lines = lines_of(text);
  return std::find(lines.begin(), lines.end(), line) != lines.end();
}

bool every_user_is_mapped() {
  std::istringstream map(text_of("/proc/self/uid_map"));
  std::uint64_t inside = 0;
  std::uint64_t outside = 0;
  std::uint64_t count = 0;
  return !(map >> inside >> outside >> count) || (inside == 0 && outside == 0 && count == 4294967295);
}

std::vector<std::string> container_marks() {
  std::vector<std::string> marks;
  const auto mark = [&](bool seen, const char* name) {
    if (seen) marks.emplace_back(name);
  };
  std::error_code error;
  const std::string status = text_of("/proc/self/status");
  const std::string groups = text_of("/proc/1/cgroup");
  const std::string space = std::filesystem::read_symlink("/proc/self/ns/pid", error).string();
  mark(std::filesystem::exists("/.dockerenv", error), "docker");
  mark(std::filesystem::exists("/run/.containerenv", error), "podman");
  mark(groups.find("kubepods") != std::string::npos, "kubernetes");
  mark(groups.find("/lxc/") != std::string::npos, "lxc");
  mark(text_of("/proc/version").find("gVisor") != std::string::npos, "gvisor");
  mark(text_of("/proc/sys/kernel/osrelease").find("microsoft") != std::string::npos, "wsl");
  mark(!every_user_is_mapped(), "user namespace");
  mark(!space.empty() && space != first_pid_namespace, "pid namespace");
  mark(has_line(status, "Seccomp:\t2"), "seccomp");
  mark(has_line(status, "NoNewPrivs:\t1"), "no new privileges");
  return marks;
}

std::map<std::string, std::string> told_environment() {
  std::map<std::string, std::string> told;
  for (const char* name : {"CI", "CI_COMMIT_SHA", "CI_JOB_NAME", "EXEUNT_PRESET", "GITHUB_ACTIONS",
                           "GITHUB_JOB", "GITHUB_SHA", "LANG", "LC_ALL", "RUNNER_OS", "TERM", "TZ"}) {
    if (const char* value = std::getenv(name)) told[name] = value;
  }
  return told;
}

}  // namespace

Platform this_platform() {
  Platform platform;
  platform.os = "linux";
  platform.distribution = distribution();
  platform.libc = libc();
  utsname name{};
  if (::uname(&name) == 0) {
    platform.kernel = name.release;
    platform.architecture = name.machine;
  }
  platform.compiler = EXEUNT_COMPILER;
  platform.build_type = EXEUNT_BUILD_TYPE;
  platform.cpus = usable_cpus();
  platform.marks = container_marks();
  platform.environment = told_environment();
  return platform;
}

}  // namespace harness
