// The shim is started by clone with CLONE_VM|CLONE_VFORK: the new process borrows this one's memory until it
// executes, so starting costs the same however large the harness is.
#include <fcntl.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

#include "run/control_socket.hpp"
#include "run/launcher.hpp"
#include "support/errors.hpp"

namespace harness {
namespace {

constexpr int shim_fd = 4;  // in a sandbox, where the shim has no path

enum class Step : int { none, become_user, standard_streams, control, exec };

constexpr std::array<const char*, 5> step_words{"clone", "become the user of the sandbox", "open /dev/null",
                                                "pass the control socket", "execve"};

// Shared with the new process, which runs in this memory: where it got to.
struct Start {
  std::vector<const char*> argv{};  // argv[0] is the path
  const char* const* env = environ;
  int control = -1;
  int program = -1;  // to be passed as shim_fd
  int log = -1;      // to become the standard error
  bool in_place = false;
  std::optional<uid_t> user{};
  Nursery* nursery = nullptr;
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
  Step failed = start.in_place ? Step::none : enter_confinement(start);
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
  char* const top = stack.data() + stack.size();
  if (start.nursery != nullptr) return start.nursery->clone(become_shim, top, &start);
  return ::clone(become_shim, top, CLONE_VM | CLONE_VFORK | SIGCHLD, &start);
}

void reap(pid_t pid) {
  while (::waitpid(pid, nullptr, 0) < 0 && errno == EINTR) {
  }
}

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

ShimProcess launch_shim_in_place(const std::filesystem::path& shim) {
  ControlSocket sockets;
  Start start;
  start.control = sockets.far.get();
  start.in_place = true;
  const std::string control = std::to_string(start.control);
  start.argv = {shim.c_str(), control.c_str(), "", "in-place"};
  return {launch(start, shim), std::move(sockets.near)};
}

std::vector<std::string> confined_shim_command(const std::string& base) {
  return {"/proc/self/fd/" + std::to_string(shim_fd), std::to_string(control_fd), base, "sandboxed"};
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
  std::array<char, 2000> text{};
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

}  // namespace harness
