#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <exeunt/process.hpp>
#include <system_error>
#include <thread>

namespace exeunt {

void run_child(const std::function<void()>& target) {
  int status = 0;
  try {
    target();
  } catch (const SystemExit& end) {
    status = end.status;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    status = 1;
  }
  std::fflush(nullptr);
  ::_exit(status);
}

void exit() {
  throw SystemExit{0};
}
void exit(int status) {
  throw SystemExit{status};
}

StartMethod get_start_method() {
  return StartMethod::fork;
}

void sleep_for(std::chrono::nanoseconds time) {
  std::this_thread::sleep_for(time);
}

// A byte in a pipe that nobody takes out: it is there for everybody.
struct Event::Ends {
  Ends() {
    if (::pipe2(fd, O_CLOEXEC) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
  }
  ~Ends() {
    ::close(fd[0]);
    ::close(fd[1]);
  }
  int fd[2] = {-1, -1};
};

Event::Event() : ends_(std::make_shared<Ends>()) {}

void Event::set() {
  (void)!::write(ends_->fd[1], "1", 1);
}

void Event::wait() {
  char byte = 0;
  if (::read(ends_->fd[0], &byte, 1) == 1) set();
}

int run_main(int, char**, void (*program)()) {
  int status = 0;
  try {
    program();
  } catch (const SystemExit& end) {
    status = end.status;
  }
  std::fflush(nullptr);
  while (::waitpid(-1, nullptr, 0) > 0) {
  }
  return status;
}

}  // namespace exeunt
