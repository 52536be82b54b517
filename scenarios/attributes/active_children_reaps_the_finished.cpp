// active_children() reaps the children that have ended.
//
// Nobody joins the child. Asking for the living ones takes the status of the dead one, and nothing is left
// that a waitpid() could find.
//
// Source: Python library reference: multiprocessing.active_children
#include "support/scenario.hpp"

#include <sys/wait.h>

#include <cerrno>

void task() {}

// Leaves the status to whoever asks next.
void await_end(const exeunt::Process& child) {
  siginfo_t end;
  if (::waitid(P_PID, static_cast<id_t>(*child.pid()), &end, WEXITED | WNOWAIT) == 0) return;
  const std::vector sentinels{child.sentinel()};  // a fork server's child
  exeunt::wait(sentinels);
}

void program() {
  exeunt::Process child(task);
  child.start();
  await_end(child);
  print("Children: {}", exeunt::active_children().size());
  const bool found = ::waitpid(*child.pid(), nullptr, 0) > 0;
  print("Left to wait for: {}", found);
}

EXEUNT_MAIN(program)
