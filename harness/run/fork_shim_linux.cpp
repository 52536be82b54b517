#include "run/fork_shim.hpp"

#include <fcntl.h>
#include <linux/sched.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <iostream>

#include "run/control_socket.hpp"
#include "run/signals_blocked.hpp"
#include "support/errors.hpp"
#include "support/file.hpp"
#include "watch/shim/service.hpp"
#include "wire/message.hpp"
#include "wire/orders.hpp"

namespace harness {
namespace {

constexpr const char* shared_memory = "/dev/shm";
constexpr const char* shared_memory_options = "mode=1777,size=1g";

// Where the C library keeps the thread's number, which the new process has one of its own of.
std::uintptr_t address_of_thread_number() {
  int* address = nullptr;
  return ::prctl(PR_GET_TID_ADDRESS, &address) == 0 ? reinterpret_cast<std::uintptr_t>(address) : 0;
}

pid_t fork_into_namespaces(bool user_namespace) {
  clone_args arguments{};
  arguments.flags = CLONE_NEWPID | CLONE_NEWNS;
  if (user_namespace) arguments.flags |= CLONE_NEWUSER;
  arguments.exit_signal = SIGCHLD;
  arguments.child_tid = address_of_thread_number();
  if (arguments.child_tid != 0) arguments.flags |= CLONE_CHILD_SETTID | CLONE_CHILD_CLEARTID;
  return static_cast<pid_t>(::syscall(SYS_clone3, &arguments, sizeof arguments));
}

// ---- in the new process

void write_mapping(const char* path, const std::string& text) {
  const UniqueFd file(::open(path, O_WRONLY | O_CLOEXEC));
  if (!file || ::write(file.get(), text.data(), text.size()) < 0)
    throw_errno("map the user into its namespace: " + std::string(path));
}

void map_to_itself(uid_t user, gid_t group) {
  const auto one = [](unsigned id) { return std::to_string(id) + " " + std::to_string(id) + " 1"; };
  write_mapping("/proc/self/setgroups", "deny");
  write_mapping("/proc/self/uid_map", one(user));
  write_mapping("/proc/self/gid_map", one(group));
}

void mount_own_folders() {
  if (::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) throw_errno("make mounts private");
  if (::mount("proc", "/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, nullptr) != 0)
    throw_errno("mount /proc");
  if (::mount("tmpfs", shared_memory, "tmpfs", MS_NOSUID | MS_NODEV, shared_memory_options) != 0)
    throw_errno("mount " + std::string(shared_memory));
}

// Of this process's descriptors nothing stays but the socket, which lies above all that is written over here,
// and the standard error.
void keep_only(int control) {
  const int null = ::open("/dev/null", O_RDWR);
  if (null < 0 || ::dup2(null, STDIN_FILENO) < 0 || ::dup2(null, STDOUT_FILENO) < 0)
    throw_errno("open /dev/null");
  if (::dup2(control, control_fd) < 0) throw_errno("pass the control socket");
  if (::syscall(SYS_close_range, control_fd + 1, ~0U, 0) != 0) throw_errno("close_range");
}

struct Wanted {
  bool namespaces = false;
  bool user_namespace = false;
  uid_t user = 0;
  gid_t group = 0;
  const char* base = nullptr;
  bool probe = false;
};

int be_shim(const Wanted& wanted, int inherited_control) {
  (void)::prctl(PR_SET_NAME, "exeunt-shim");
  const int control = ::fcntl(inherited_control, F_DUPFD, above_those);
  try {
    if (wanted.user_namespace) map_to_itself(wanted.user, wanted.group);
    if (wanted.namespaces) mount_own_folders();
    keep_only(control);
  } catch (const CannotJudge& error) {
    wire::Greeting greeting;
    greeting.trouble = std::string("cannot start a shim: ") + error.what();
    (void)wire::send_message(control, wire::encode(greeting));
    return 2;
  }
  watch::ServiceOptions options;
  options.control = control_fd;
  options.base = wanted.namespaces ? shared_memory : wanted.base;
  options.first_process = options.private_base = wanted.namespaces;
  options.probe = wanted.probe;
  return watch::serve(options);
}

}  // namespace

ShimProcess fork_shim(bool namespaces, const std::string& base, bool probe) {
  ControlSocket sockets;
  const bool user_namespace = namespaces && ::geteuid() != 0;
  const Wanted wanted{namespaces, user_namespace, ::geteuid(), ::getegid(), base.c_str(), probe};
  const SignalsBlocked blocked;
  const pid_t pid = namespaces ? fork_into_namespaces(user_namespace) : ::fork();
  if (pid == 0) ::_exit(be_shim(wanted, sockets.far.get()));
  if (pid < 0) throw_errno("cannot start a shim: clone");
  return {pid, std::move(sockets.near)};
}

}  // namespace harness
