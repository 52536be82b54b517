// The program makes a process with CLONE_PARENT: its parent is whoever started the program.
//
// What becomes of it is the business of that one, so nothing is said of it here.
//
// Start methods: none
#include <linux/sched.h>

#include "support/plain.hpp"

int main() {
  int pidfd = -1;
  clone_args arguments{};
  arguments.flags = CLONE_PARENT | CLONE_PIDFD;
  arguments.pidfd = reinterpret_cast<__u64>(&pidfd);
  if (plain::must(::syscall(SYS_clone3, &arguments, sizeof arguments), "clone3") == 0) ::_exit(6);
  pollfd ended{pidfd, POLLIN, 0};
  plain::must(::poll(&ended, 1, -1), "poll");
  plain::reap(plain::fork_child([] { return 1; }));
}
