/* What every program here begins with. Each process of it kills itself after half a minute, whatever it does
   to signals, so that a sandbox that fails to hold it does no lasting harm. */
#ifndef BOUNDED_H
#define BOUNDED_H
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static void bound(void) {
  struct sigevent event;
  struct itimerspec at = {{0, 0}, {30, 0}};
  timer_t timer;
  memset(&event, 0, sizeof event);
  event.sigev_notify = SIGEV_SIGNAL;
  event.sigev_signo = SIGKILL;
  if (timer_create(CLOCK_MONOTONIC, &event, &timer) == 0) timer_settime(timer, 0, &at, NULL);
}

__attribute__((constructor)) static void bound_all(void) {
  bound();
  pthread_atfork(NULL, NULL, bound);
}

/* What the assignment asks for. */
__attribute__((unused)) static void answer(void) {
  int status = 0;
  pid_t child;
  fflush(stdout);
  child = fork();
  if (child == 0) {
    dprintf(1, "child %d of %d\n", (int)getpid(), (int)getppid());
    _exit(7);
  }
  waitpid(child, &status, 0);
  dprintf(1, "parent %d reaped %d status %d\n", (int)getpid(), (int)child, WEXITSTATUS(status));
}

/* A number that all processes of the program share and count in, so that bombs stop at it. */
__attribute__((unused)) static int counted(int most) {
  static int* count;
  if (count == NULL)
    count = (int*)mmap(NULL, sizeof *count, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  return __atomic_add_fetch(count, 1, __ATOMIC_SEQ_CST) <= most;
}

/* A probe that got through. */
#define BREACH " BREACH"
#endif
