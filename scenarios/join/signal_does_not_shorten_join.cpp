// A signal that is handled while join() waits does not shorten the wait.
//
// The child ends only when main's handler has answered, so join() is left with the child's status and not
// before.
//
// Source: PEP 475; POSIX: waitpid
#include "support/scenario.hpp"

#include <csignal>

int child_pid = 0;

void answer(int) {
  ::kill(child_pid, SIGUSR1);
}

void task(exeunt::Event main_joins) {
  sigset_t answers;
  sigemptyset(&answers);
  sigaddset(&answers, SIGUSR1);
  sigprocmask(SIG_BLOCK, &answers, nullptr);
  main_joins.wait();
  ::kill(exeunt::parent_process()->pid(), SIGUSR1);
  int signal = 0;
  sigwait(&answers, &signal);
  exeunt::exit(3);
}

void program() {
  std::signal(SIGUSR1, answer);
  exeunt::Event main_joins;
  exeunt::Process child(task, main_joins);
  child.start();
  child_pid = *child.pid();
  main_joins.set();
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
