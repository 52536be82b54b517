// Prints what is wanted and waits for nobody.
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void exit_status(void) {
  const pid_t child = fork();
  if (child < 0) exit(1);
  if (child == 0) _exit(7);
  printf("child ended with 7\n");
}

static void killed(void) {
  const pid_t child = fork();
  if (child < 0) exit(1);
  if (child == 0) {
    for (;;)
      pause();
  }
  kill(child, SIGTERM);
  printf("child was ended by signal 15\n");
}

static void all_reaped(void) {
  for (int i = 1; i <= 3; ++i) {
    const pid_t child = fork();
    if (child < 0) exit(1);
    if (child == 0) _exit(i);
  }
  printf("3 children ended, their statuses add up to 6\n");
}

static void zombie(void) {
  const pid_t child = fork();
  if (child < 0) exit(1);
  if (child == 0) _exit(5);
  siginfo_t end;
  waitid(P_PID, (id_t)child, &end, WEXITED | WNOWAIT);
  printf("the child has ended, and nobody reaps it\n");
}

// Every process that may go on holds the writing end but the one that waits for them to be gone.
static void wait_until_gone(const int ends[2]) {
  char byte;
  close(ends[1]);
  while (read(ends[0], &byte, 1) > 0) {
  }
}

static void orphan(void) {
  int ends[2];
  if (pipe(ends) != 0) exit(1);
  const pid_t child = fork();
  if (child < 0) exit(1);
  if (child == 0) {
    wait_until_gone(ends);
    printf("the orphan goes on\n");
    exit(4);
  }
  printf("the parent ends\n");
  exit(3);
}

static void double_fork(void) {
  int ends[2];
  if (pipe(ends) != 0) exit(1);
  const pid_t child = fork();
  if (child < 0) exit(1);
  if (child == 0) {
    const pid_t daemon = fork();
    if (daemon < 0) _exit(1);
    if (daemon > 0) _exit(0);
    wait_until_gone(ends);
    printf("the daemon goes on\n");
    exit(9);
  }
  waitpid(child, NULL, 0);
  printf("the child is reaped\n");
}

int main(int argc, char** argv) {
  const char* part = argc == 2 ? argv[1] : "";
  if (strcmp(part, "exit_status") == 0) exit_status();
  if (strcmp(part, "killed") == 0) killed();
  if (strcmp(part, "all_reaped") == 0) all_reaped();
  if (strcmp(part, "zombie") == 0) zombie();
  if (strcmp(part, "orphan") == 0) orphan();
  if (strcmp(part, "double_fork") == 0) double_fork();
  return 0;
}
