#include "run/control_groups.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "support/errors.hpp"
#include "support/unique_fd.hpp"

namespace harness {
namespace {

namespace fs = std::filesystem;

constexpr const char* prefix = "exeunt-";
constexpr int besides = 8;                             // bubblewrap's processes and the shim
constexpr std::uint64_t bytes_besides = 48ULL << 20U;  // the shim, with the output that it keeps

bool write_text(const fs::path& path, const std::string& text) {
  const UniqueFd fd(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  return fd && ::write(fd.get(), text.data(), text.size()) == static_cast<ssize_t>(text.size());
}

std::string read_text(const fs::path& path) {
  std::ifstream stream(path);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

// The number behind `key` in lines of "key number".
std::uint64_t value_of(const std::string& text, const std::string& key) {
  std::istringstream words(text);
  std::string word;
  std::uint64_t value = 0;
  while (words >> word >> value) {
    if (word == key) return value;
  }
  return 0;
}

// The group of this process in the hierarchy of a controller ("" is the unified one).
fs::path own_group(const fs::path& mount, const std::string& controller) {
  std::istringstream lines(read_text("/proc/self/cgroup"));
  for (std::string line; std::getline(lines, line);) {
    const std::size_t name = line.find(':') + 1;
    const std::size_t path = line.find(':', name) + 1;
    if (line.substr(name, path - name - 1) == controller)
      return mount / fs::path(line.substr(path)).relative_path();
  }
  return {};
}

fs::path group_in(const fs::path& parent, const std::string& name) {
  return parent / (prefix + std::to_string(::getpid()) + "-" + name);
}

// A process of our own tries it: the group must not be left with this one in it.
bool can_join(const fs::path& group) {
  const std::string file = (group / "cgroup.procs").string();
  const pid_t pid = ::fork();
  if (pid < 0) return false;
  if (pid == 0) {
    const int fd = ::open(file.c_str(), O_WRONLY | O_CLOEXEC);
    ::_exit(fd >= 0 && ::write(fd, "0", 1) == 1 ? 0 : 1);
  }
  int status = 0;
  while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  return status == 0;
}

// "exeunt-PID-…" of a process that is no more.
bool is_stale(const std::string& name) {
  if (!name.starts_with(prefix)) return false;
  const pid_t pid = std::atoi(name.c_str() + std::char_traits<char>::length(prefix));
  return pid > 0 && ::kill(pid, 0) != 0 && errno == ESRCH;
}

}  // namespace

ControlGroups::ControlGroups() {
  const fs::path mount = "/sys/fs/cgroup";
  const bool unified = fs::exists(mount / "cgroup.controllers");
  if (unified) {
    const fs::path own = own_group(mount, "");
    find(Kind::unified, own);
    if (hierarchies_.empty() && own != mount) find(Kind::unified, own.parent_path());
  } else {
    find(Kind::processes_v1, own_group(mount / "pids", "pids"));
    find(Kind::memory_v1, own_group(mount / "memory", "memory"));
  }
  remove_stale();
  if (!hierarchies_.empty()) refused_.clear();
}

ControlGroups::~ControlGroups() = default;

void ControlGroups::find(Kind kind, const fs::path& parent) {
  const fs::path group = group_in(parent, "probe");
  if (parent.empty() || ::mkdir(group.c_str(), 0755) != 0) {
    refused_ =
        errno_text("cannot make a control group below " + parent.string(), parent.empty() ? ENOENT : errno);
    return;
  }
  if (kind == Kind::unified) (void)write_text(parent / "cgroup.subtree_control", "+pids +memory");
  if (set_limits(kind, group, Limits()) && can_join(group)) {
    hierarchies_.push_back({kind, parent});
  } else {
    refused_ = "control groups below " + parent.string() + " have no limits that can be set";
  }
  (void)::rmdir(group.c_str());
}

void ControlGroups::remove_stale() const {
  for (const Hierarchy& hierarchy : hierarchies_) {
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(hierarchy.parent, error)) {
      if (is_stale(entry.path().filename().string())) (void)::rmdir(entry.path().c_str());
    }
  }
}

std::string ControlGroups::detail() const {
  std::string detail = "control groups below";
  for (const Hierarchy& hierarchy : hierarchies_)
    detail += " " + hierarchy.parent.string();
  return detail;
}

bool ControlGroups::set_limits(Kind kind, const fs::path& group, const Limits& limits) {
  const std::string processes = std::to_string(limits.processes + besides);
  const std::string bytes =
      std::to_string(limits.memory_bytes + limits.disk_bytes + limits.shared_bytes + bytes_besides);
  switch (kind) {
    case Kind::processes_v1:
      return write_text(group / "pids.max", processes);
    case Kind::memory_v1:
      return write_text(group / "memory.limit_in_bytes", bytes);
    case Kind::unified:
      (void)write_text(group / "memory.swap.max", "0");
      return write_text(group / "pids.max", processes) && write_text(group / "memory.max", bytes);
  }
  return false;
}

std::vector<std::string> ControlGroups::make(const std::string& name) {
  std::vector<std::string> files;
  for (const Hierarchy& hierarchy : hierarchies_) {
    const fs::path group = group_in(hierarchy.parent, name);
    (void)::rmdir(group.c_str());  // one that could not be removed before would count what is not its own
    if (::mkdir(group.c_str(), 0755) == 0) files.push_back((group / "cgroup.procs").string());
  }
  return files;
}

void ControlGroups::limit(const std::string& name, const Limits& limits) {
  for (const Hierarchy& hierarchy : hierarchies_)
    (void)set_limits(hierarchy.kind, group_in(hierarchy.parent, name), limits);
}

std::uint64_t ControlGroups::killed_for_memory(const std::string& name) const {
  std::uint64_t count = 0;
  for (const Hierarchy& hierarchy : hierarchies_) {
    if (hierarchy.kind == Kind::processes_v1) continue;
    const char* const file = hierarchy.kind == Kind::unified ? "memory.events" : "memory.oom_control";
    count += value_of(read_text(group_in(hierarchy.parent, name) / file), "oom_kill");
  }
  return count;
}

void ControlGroups::remove(const std::string& name) {
  for (const Hierarchy& hierarchy : hierarchies_)
    (void)::rmdir(group_in(hierarchy.parent, name).c_str());
}

}  // namespace harness
