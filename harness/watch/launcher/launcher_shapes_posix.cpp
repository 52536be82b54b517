// Programs of known shape, for the launcher to run: launcher_shapes SHAPE [NUMBER]

#include <pthread.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string_view>
#include <thread>

namespace {

const char* self = "";

template <class Shape>
pid_t start(Shape shape) {
  const pid_t pid = ::fork();
  if (pid < 0) std::abort();
  if (pid == 0) ::_exit(shape());
  return pid;
}

int wait(pid_t pid) {
  int status = 0;
  if (::waitpid(pid, &status, 0) != pid) std::abort();
  return status;
}

/// Until it has ended; it is not waited for.
void see_end_of(pid_t pid) {
  siginfo_t seen;
  if (::waitid(P_PID, static_cast<id_t>(pid), &seen, WEXITED | WNOWAIT) != 0) std::abort();
}

int hang() {
  for (;;)
    ::pause();
}

int parent() {
  wait(start([] { return 3; }));
  wait(start([] { return 200; }));
  return 1;
}

struct Pipe {
  Pipe() {
    if (::pipe(ends) != 0) std::abort();
  }
  /// Until somebody writes, or nobody is left who could.
  void wait() {
    ::close(ends[1]);
    char byte = 0;
    (void)!::read(ends[0], &byte, 1);
    ::close(ends[0]);
  }
  void tell() { (void)!::write(ends[1], "", 1); }
  int ends[2] = {};
};

/// The child ends when its creator has ended, who alone holds a pipe open.
int leave_an_orphan() {
  Pipe creator;
  start([&creator] {
    creator.wait();
    return 5;
  });
  return 2;
}

int leave_a_zombie() {
  see_end_of(start([] { return 4; }));
  return 0;
}

int leave_two_zombies_of_a_child() {
  wait(start([] {
    see_end_of(start([] { return 3; }));
    return leave_a_zombie();
  }));
  return 0;
}

int ignore_the_ends() {
  std::signal(SIGCHLD, SIG_IGN);
  start([] { return 6; });
  while (::wait(nullptr) > 0) {
  }
  return 0;
}

int kill_a_child() {
  const pid_t child = start(hang);
  ::kill(child, SIGTERM);
  wait(child);
  return 0;
}

pid_t start_parent() {
  Pipe ready;
  const pid_t pid = start([&ready] {
    Pipe creator;
    start([&] {
      ready.tell();
      creator.wait();
      return 5;
    });
    for (;;)
      wait(start([] { return 0; }));
    return 99;
  });
  ready.wait();
  return pid;
}

/// Each is killed wherever it is in making others, and leaves a child, which ends when it notices.
int kill_parents() {
  std::array<pid_t, 40> parents{};
  for (pid_t& pid : parents)
    pid = start_parent();
  for (const pid_t pid : parents)
    ::kill(pid, SIGKILL);
  for (const pid_t pid : parents)
    wait(pid);
  return 0;
}

int execute(const char* shape, const char* number) {
  ::execl(self, "shapes", shape, number, static_cast<char*>(nullptr));
  return 99;
}

int fork_in_a_thread() {
  std::thread([] { wait(start([] { return 7; })); }).join();
  return 0;
}

/// The first thread ends before the others do.
int end_the_first_thread() {
  std::thread([] {
    wait(start([] { return 7; }));
    std::exit(8);
  }).detach();
  ::pthread_exit(nullptr);
}

int execute_in_a_thread() {
  std::thread([] { execute("exit", "9"); }).join();
  return 99;
}

int make_many() {
  for (int i = 0; i < 200; ++i)
    wait(start([i] { return i; }));
  return 0;
}

int say() {
  std::fputs("out\n", stdout);
  std::fputs("err\n", stderr);
  return 0;
}

int say_pid_and_hang() {
  std::printf("%ld\n", static_cast<long>(::getpid()));
  std::fflush(stdout);
  return hang();
}

/// The group is its own, or the launcher would be hit too.
int kill_the_group() {
  ::kill(0, SIGUSR1);
  return 99;
}

}  // namespace

int main(int argc, char** argv) {
  self = std::getenv("LAUNCHER_SHAPES");
  const std::string_view shape = argc > 1 ? argv[1] : "";
  if (shape == "exit") return std::atoi(argv[2]);
  if (shape == "say") return say();
  if (shape == "crash") std::abort();
  if (shape == "hang") return hang();
  if (shape == "say-pid") return say_pid_and_hang();
  if (shape == "orphan") return leave_an_orphan();
  if (shape == "zombie") return leave_a_zombie();
  if (shape == "zombies") return leave_two_zombies_of_a_child();
  if (shape == "ignore") return ignore_the_ends();
  if (shape == "kill") return kill_a_child();
  if (shape == "kill-parents") return kill_parents();
  if (shape == "leak") return start(hang), 4;
  if (shape == "parent") return parent();
  if (shape == "grandparent") return wait(start(parent)), 0;
  if (shape == "execute") return wait(start([] { return execute("exit", "3"); })), execute("exit", "4");
  if (shape == "server") return wait(start([] { return execute("parent", "--server"); })), 0;
  if (shape == "thread") return fork_in_a_thread();
  if (shape == "first-thread") return end_the_first_thread();
  if (shape == "execute-in-thread") return execute_in_a_thread();
  if (shape == "many") return make_many();
  if (shape == "group") return kill_the_group();
  return 99;
}
