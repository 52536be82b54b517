// A signal that is handled interrupts a read that waits; with SA_RESTART the read goes on waiting.
//
// The timer fires again and again, so that it does not matter whether the read has begun. The second handler
// writes into the pipe what the restarted read then finds.
//
// Source: POSIX: read, sigaction
// Start methods: none
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/time.h>
#include <unistd.h>

namespace {

int ends[2];

void on_alarm(void (*handler)(int), int flags) {
  struct sigaction action = {};
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigaction(SIGALRM, &action, nullptr);
}

}  // namespace

int main() {
  if (pipe(ends) != 0) return 1;
  const itimerval often = {{0, 10'000}, {0, 10'000}};
  char byte = 0;
  on_alarm([](int) {}, 0);
  setitimer(ITIMER_REAL, &often, nullptr);
  const bool interrupted = read(ends[0], &byte, 1) < 0 && errno == EINTR;
  on_alarm([](int) { static_cast<void>(!write(ends[1], "x", 1)); }, SA_RESTART);
  const ssize_t count = read(ends[0], &byte, 1);
  const itimerval never = {};
  setitimer(ITIMER_REAL, &never, nullptr);
  printf("Without SA_RESTART: %s\nWith SA_RESTART: %zd byte\n", interrupted ? "EINTR" : "no", count);
}
