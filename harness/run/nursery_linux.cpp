// The nursery: how this works.
//
// It shares this process's memory and descriptors, but is a process of its own, so that it can be in other
// control groups. It waits for a wish, carries it out with CLONE_PARENT, which makes the new process a child
// of this one, and answers. Only one of the two is ever at work: while the nursery carries out a wish, this
// process waits for the answer. The nursery makes system calls and nothing else; what a library keeps for a
// thread, errno included, is this process's.
#include "run/nursery.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

#include "run/signals_blocked.hpp"
#include "support/errors.hpp"

namespace harness {

struct Nursery::Wish {
  int (*function)(void*) = nullptr;
  void* stack_top = nullptr;
  void* argument = nullptr;
};

namespace {

struct Answer {
  pid_t pid;
  int error;
};

void open_pipe(UniqueFd& reader, UniqueFd& writer) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw_errno("pipe2");
  reader.reset(ends[0]);
  writer.reset(ends[1]);
}

}  // namespace

Nursery::Nursery(const std::vector<std::string>& group_files)
    : stack_(std::make_unique<std::array<char, stack_size>>()), parent_(::getpid()) {
  open_pipe(wishes_, wish_);
  open_pipe(answers_, answer_);
  {
    const SignalsBlocked blocked;  // a key at the terminal is not for it
    pid_ = ::clone(serve, stack_->data() + stack_->size(), CLONE_VM | CLONE_FILES | SIGCHLD, this);
  }
  if (pid_ < 0) throw_errno("cannot start a process for control groups: clone");
  pidfd_.reset(static_cast<int>(::syscall(SYS_pidfd_open, pid_, 0)));
  join_groups(group_files);
}

Nursery::~Nursery() {
  end();
}

void Nursery::end() {
  ::kill(pid_, SIGKILL);
  while (::waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
  }
}

void Nursery::join_groups(const std::vector<std::string>& files) {
  const std::string pid = std::to_string(pid_);
  for (const std::string& file : files) {
    const UniqueFd fd(::open(file.c_str(), O_WRONLY | O_CLOEXEC));
    if (fd && ::write(fd.get(), pid.data(), pid.size()) == static_cast<ssize_t>(pid.size())) continue;
    const int error = errno;
    end();
    throw CannotJudge(errno_text("cannot join the control group " + file, error));
  }
}

// A sanitizer would take what it does for the doing of the thread that it borrows the memory of.
__attribute__((no_sanitize("address", "thread"))) int Nursery::serve(void* self) {
  const Nursery& nursery = *static_cast<const Nursery*>(self);
  ::syscall(SYS_prctl, PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
  if (::syscall(SYS_getppid) != nursery.parent_) return 1;
  while (true) {
    Wish wish;
    const long count = ::syscall(SYS_read, nursery.wishes_.get(), &wish, sizeof wish);
    if (count != sizeof wish) return 1;
    const pid_t pid = ::clone(wish.function, wish.stack_top, CLONE_VM | CLONE_VFORK | CLONE_PARENT | SIGCHLD,
                              wish.argument);
    const Answer answer{pid, pid < 0 ? errno : 0};
    ::syscall(SYS_write, nursery.answer_.get(), &answer, sizeof answer);
  }
}

pid_t Nursery::clone(int (*function)(void*), void* stack_top, void* argument) {
  const Wish wish{function, stack_top, argument};
  if (::write(wish_.get(), &wish, sizeof wish) != sizeof wish) return -1;
  std::array<pollfd, 2> sources{pollfd{answers_.get(), POLLIN, 0}, pollfd{pidfd_.get(), POLLIN, 0}};
  while (::poll(sources.data(), sources.size(), -1) < 0 && errno == EINTR) {
  }
  Answer answer{-1, ESRCH};
  if ((sources[0].revents & POLLIN) != 0) (void)!::read(answers_.get(), &answer, sizeof answer);
  errno = answer.error;
  return answer.pid;
}

}  // namespace harness
