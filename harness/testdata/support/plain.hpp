// What the programs of this folder share: system calls that must not fail, and ways to wait for another
// process without sleeping. Plain POSIX and Linux: the judge is not proved by the library that it judges.
#pragma once

#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <type_traits>
#include <vector>

namespace plain {

/// Says on stderr, where nothing is expected, what failed; ends with a status that no program of this folder
/// has.
[[noreturn]] inline void give_up(const char* what) {
  ::dprintf(STDERR_FILENO, "%s: %s\n", what, std::strerror(errno));
  ::_exit(99);
}

template <class Number>
Number must(Number result, const char* what) {
  if (result < 0) give_up(what);
  return result;
}

/// Writes at once, whatever stdio would do.
[[gnu::format(printf, 1, 2)]] inline void say(const char* format, ...) {
  std::va_list values;
  va_start(values, format);
  must(::vdprintf(STDOUT_FILENO, format, values), "write");
  va_end(values);
}

/// Does the work and ends with what it returns, or with 0.
template <class Work>
[[noreturn]] void end_with(Work& work) {
  if constexpr (std::is_void_v<std::invoke_result_t<Work&>>) {
    work();
    ::_exit(0);
  } else {
    ::_exit(work());
  }
}

/// A child that does the work and ends with what it returns.
template <class Work>
pid_t fork_child(Work work) {
  const pid_t pid = must(::fork(), "fork");
  if (pid == 0) end_with(work);
  return pid;
}

/// Waits for a child of this process. @return its status as of wait(2).
inline int reap(pid_t pid) {
  int status = 0;
  while (::waitpid(pid, &status, __WALL) < 0) {
    if (errno != EINTR) give_up("waitpid");
  }
  return status;
}

/// Waits until a child of this process has ended, and leaves it a zombie.
inline void await_zombie(pid_t pid) {
  siginfo_t info{};
  while (::waitid(P_PID, static_cast<id_t>(pid), &info, WEXITED | WNOWAIT | __WALL) < 0) {
    if (errno != EINTR) give_up("waitid");
  }
}

/// One process waits here until another one opens it. Each open() lets one wait() through.
class Gate {
 public:
  Gate() { must(::pipe2(ends_.data(), O_CLOEXEC), "pipe2"); }

  void open() const { must(::write(ends_[1], "", 1), "write"); }

  void wait() const {
    char byte = 0;
    ssize_t count = 0;
    while ((count = ::read(ends_[0], &byte, 1)) < 0 && errno == EINTR) {
    }
    if (must(count, "read") == 0) give_up("a gate that nobody can open");
  }

 private:
  std::array<int, 2> ends_{};
};

/// Waits for the end of a process from anywhere: taken before a fork, asked after it.
class Life {
 public:
  explicit Life(pid_t pid = ::getpid())
      : fd_(static_cast<int>(must(::syscall(SYS_pidfd_open, pid, 0), "pidfd_open"))) {
    must(::fcntl(fd_, F_SETFD, FD_CLOEXEC), "fcntl");
  }

  /// Returns when the process is dead and its children have another parent.
  void await_end() const {
    pollfd ended{fd_, POLLIN, 0};
    while (::poll(&ended, 1, -1) < 0) {
      if (errno != EINTR) give_up("poll");
    }
  }

  int fd() const { return fd_; }

 private:
  int fd_;
};

/// Waits for a signal that kills, for ever.
[[noreturn]] inline void wait_to_be_killed() {
  while (true)
    ::pause();
}

/// Becomes another program; the first word is also its path unless `path` says so.
[[noreturn]] inline void become(std::vector<const char*> words, const char* path = nullptr) {
  words.push_back(nullptr);
  ::execv(path != nullptr ? path : words.front(), const_cast<char* const*>(words.data()));
  give_up("execv");
}

}  // namespace plain
