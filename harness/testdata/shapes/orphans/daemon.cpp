// A daemon as daemons are made: a session of its own, a second fork, another program.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const plain::Life program;
  const pid_t child = plain::fork_child([&] {
    plain::must(::setsid(), "setsid");
    const plain::Life leader;
    plain::fork_child([&] {
      plain::must(::chdir("/"), "chdir");
      leader.await_end();
      program.await_end();
      plain::become({"mydaemon", "-c", "exit 4"}, "/bin/sh");
    });
    return 0;
  });
  plain::reap(child);
}
