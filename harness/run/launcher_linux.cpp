// The shim is started by clone with CLONE_VM|CLONE_VFORK: the new process borrows this one's memory until it
// executes, so starting costs the same however large the harness is. What needs privileges inside the new
// namespaces (mounts) is done by the new process before it executes: an ordinary user has them only until
// then.
#include <fcntl.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>

#include "run/launcher.hpp"
#include "support/errors.hpp"

namespace harness {
namespace {

constexpr int control_fd = 3;
constexpr int shim_fd = 4;  // in a sandbox, where the shim has no path
constexpr int above_those = 10;
constexpr const char* private_base = "/dev/shm";
constexpr const char* private_base_options = "mode=1777,size=1g";

enum class Step : int {
  none,
  user_mapping,
  private_mounts,
  proc,
  shared_memory,
  become_user,
  standard_streams,
  control,
  exec
};

constexpr std::array<const char*, 9> step_words{
    "clone",          "map the user into its namespace", "make mounts private", "mount /proc",
    "mount /dev/shm", "become the user of the sandbox",  "open /dev/null",      "pass the control socket",
    "execve"};

// Shared with the new process, which runs in this memory: where it got to.
struct Start {
  std::vector<const char*> argv{};  // argv[0] is the path
  const char* const* env = environ;
  int control = -1;
  int program = -1;  // to be passed as shim_fd
  int log = -1;      // to become the standard error
  bool namespaces = false;
  bool in_place = false;
  bool user_namespace = false;
  std::optional<uid_t> user{};
  Nursery* nursery = nullptr;
  std::array<char, 64> uid_map{};
  std::array<char, 64> gid_map{};
  Step failed = Step::none;
  int error = 0;
};

bool write_proc(const char* path, const char* text) {
  const int fd = ::open(path, O_WRONLY | O_CLOEXEC);
  if (fd < 0) return false;
  const bool written = ::write(fd, text, std::strlen(text)) >= 0;
  ::close(fd);
  return written;
}

Step enter_namespaces(const Start& start) {
  if (start.user_namespace) {
    (void)write_proc("/proc/self/setgroups", "deny");
    if (!write_proc("/proc/self/uid_map", start.uid_map.data())) return Step::user_mapping;
    if (!write_proc("/proc/self/gid_map", start.gid_map.data())) return Step::user_mapping;
  }
  if (::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) return Step::private_mounts;
  if (::mount("proc", "/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, nullptr) != 0) return Step::proc;
  if (::mount("tmpfs", private_base, "tmpfs", MS_NOSUID | MS_NODEV, private_base_options) != 0)
    return Step::shared_memory;
  return Step::none;
}

// A program that is watched in place inherits what the harness inherited, under the same numbers.
Step connect_in_place(const Start& start) {
  return ::fcntl(start.control, F_SETFD, 0) == 0 ? Step::none : Step::control;
}

// By system calls: the library's own functions would change all threads of the harness.
bool become(uid_t user) {
  return ::syscall(SYS_setgroups, 0, nullptr) == 0 && ::syscall(SYS_setresgid, user, user, user) == 0 &&
         ::syscall(SYS_setresuid, user, user, user) == 0;
}

Step enter_confinement(const Start& start) {
  // Who runs out of memory has to be what is judged, not who judges.
  (void)write_proc("/proc/self/oom_score_adj", "500");
  if (start.user && !become(*start.user)) return Step::become_user;
  return Step::none;
}

bool place(int from, int to) {
  return from < 0 || ::dup2(from, to) >= 0;
}

Step connect_streams(const Start& start) {
  if (start.in_place) return connect_in_place(start);
  const int null = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  if (null < 0 || ::dup2(null, 0) < 0 || ::dup2(null, 1) < 0) return Step::standard_streams;
  // One may lie where the other belongs.
  const int control = ::fcntl(start.control, F_DUPFD_CLOEXEC, above_those);
  const int program = start.program < 0 ? -1 : ::fcntl(start.program, F_DUPFD_CLOEXEC, above_those);
  if (control < 0 || !place(start.log, STDERR_FILENO)) return Step::control;
  if (::syscall(SYS_close_range, control_fd, ~0U, CLOSE_RANGE_CLOEXEC) != 0) return Step::control;
  return place(control, control_fd) && place(program, shim_fd) ? Step::none : Step::control;
}

// Runs in the new process, on a stack of its own; async-signal-safe calls only. AddressSanitizer would mark
// the frame, which is never returned from, in memory that is used again.
__attribute__((no_sanitize("address"))) int become_shim(void* argument) {
  Start& start = *static_cast<Start*>(argument);
  Step failed = start.namespaces ? enter_namespaces(start) : Step::none;
  if (failed == Step::none && start.log >= 0) failed = enter_confinement(start);
  if (failed == Step::none) failed = connect_streams(start);
  if (failed == Step::none) {
    ::execve(start.argv.front(), const_cast<char* const*>(start.argv.data()),
             const_cast<char* const*>(start.env));
    failed = Step::exec;
  }
  start.failed = failed;
  start.error = errno;
  ::_exit(127);
}

pid_t clone_process(Start& start) {
  static std::array<char, 64 * 1024> stack __attribute__((aligned(16)));
  int flags = CLONE_VM | CLONE_VFORK | SIGCHLD;
  if (start.namespaces) flags |= CLONE_NEWPID | CLONE_NEWNS;
  if (start.user_namespace) flags |= CLONE_NEWUSER;
  char* const top = stack.data() + stack.size();
  if (start.nursery != nullptr) return start.nursery->clone(become_shim, top, &start);
  return ::clone(become_shim, top, flags, &start);
}

void map_own_user(Start& start) {
  if (!start.namespaces || ::geteuid() == 0) return;
  start.user_namespace = true;
  std::snprintf(start.uid_map.data(), start.uid_map.size(), "%u %u 1", ::geteuid(), ::geteuid());
  std::snprintf(start.gid_map.data(), start.gid_map.size(), "%u %u 1", ::getegid(), ::getegid());
}

void reap(pid_t pid) {
  while (::waitpid(pid, nullptr, 0) < 0 && errno == EINTR) {
  }
}

struct ControlSocket {
  ControlSocket() {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) throw_errno("socketpair");
    near.reset(ends[0]);
    far.reset(ends[1]);
  }
  UniqueFd near{};
  UniqueFd far{};
};

// A change of user in the borrowed memory marks it as one that nobody may look into, this process included.
class Memory {
 public:
  Memory() : dumpable_(::prctl(PR_GET_DUMPABLE)) {}
  ~Memory() { (void)::prctl(PR_SET_DUMPABLE, dumpable_ == 1 ? 1 : 0); }
  Memory(const Memory&) = delete;
  Memory& operator=(const Memory&) = delete;

 private:
  int dumpable_;
};

pid_t launch(Start& start, const std::string& program) {
  start.argv.push_back(nullptr);
  const Memory memory;
  const pid_t pid = clone_process(start);
  if (pid < 0) throw_errno("cannot start a shim: clone");
  if (start.failed == Step::none) return pid;
  reap(pid);
  const std::string step = step_words.at(static_cast<std::size_t>(start.failed));
  throw CannotJudge(errno_text("cannot start a shim (" + program + "): " + step, start.error));
}

}  // namespace

ShimProcess launch_shim(const std::filesystem::path& shim, Isolation isolation, const std::string& base,
                        bool probe) {
  ControlSocket sockets;
  Start start;
  start.control = sockets.far.get();
  start.namespaces = isolation == Isolation::namespaces;
  start.in_place = isolation == Isolation::in_place;
  map_own_user(start);
  const std::string control = std::to_string(start.in_place ? start.control : control_fd);
  start.argv = {shim.c_str(), control.c_str(), start.namespaces ? private_base : base.c_str()};
  if (start.namespaces) start.argv.insert(start.argv.end(), {"first-process", "private-base"});
  if (start.in_place) start.argv.push_back("in-place");
  if (probe) start.argv.push_back("probe");
  return {launch(start, shim), std::move(sockets.near)};
}

std::vector<std::string> confined_shim_command(const std::string& base) {
  return {"/proc/self/fd/" + std::to_string(shim_fd),
          std::to_string(control_fd),
          base,
          "first-process",
          "private-base",
          "sandboxed"};
}

ShimProcess launch_confined_shim(const std::filesystem::path& shim, const SandboxEntry& entry) {
  constexpr const char* const no_environment[] = {nullptr};
  ControlSocket sockets;
  const UniqueFd program(::open(shim.c_str(), O_RDONLY | O_CLOEXEC));
  if (!program) throw_errno("cannot open " + shim.string());
  UniqueFd log(::memfd_create("log", MFD_CLOEXEC));
  if (!log) throw_errno("memfd_create");
  Start start;
  start.env = no_environment;
  start.control = sockets.far.get();
  start.program = program.get();
  start.log = log.get();
  start.user = entry.user;
  for (const std::string& word : entry.command)
    start.argv.push_back(word.c_str());
  start.nursery = entry.nursery;
  return {launch(start, entry.command.front()), std::move(sockets.near), std::move(log)};
}

std::string complaints(const ShimProcess& shim) {
  std::array<char, 2000> text;
  const ssize_t count = shim.log ? ::pread(shim.log.get(), text.data(), text.size(), 0) : 0;
  std::string complaint(text.data(), static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
  while (complaint.ends_with('\n'))
    complaint.pop_back();
  return complaint;
}

int end_shim(ShimProcess& shim) {
  shim.control.reset();
  int status = 0;
  while (::waitpid(shim.pid, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

std::string why_no_namespaces(const std::filesystem::path& shim) {
  try {
    const ShimProcess tried = launch_shim(shim, Isolation::namespaces, {}, false);
    ::kill(tried.pid, SIGKILL);
    reap(tried.pid);
    return {};
  } catch (const CannotJudge& error) {
    return error.what();
  }
}

}  // namespace harness
