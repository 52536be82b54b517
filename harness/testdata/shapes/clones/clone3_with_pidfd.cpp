// A process made by clone3, waited for by its pidfd.
//
// Start methods: none
#include <linux/sched.h>

#include "support/plain.hpp"

int main() {
  int pidfd = -1;
  clone_args arguments{};
  arguments.flags = CLONE_PIDFD;
  arguments.pidfd = reinterpret_cast<__u64>(&pidfd);
  arguments.exit_signal = SIGCHLD;
  if (plain::must(::syscall(SYS_clone3, &arguments, sizeof arguments), "clone3") == 0) ::_exit(6);
  siginfo_t info{};
  plain::must(::waitid(P_PIDFD, static_cast<id_t>(pidfd), &info, WEXITED), "waitid");
  plain::say("%d\n", info.si_status);
}
