// What the two implementations in C share: a process with fork() and waitpid(), and a way to wait for another
// process without sleeping.
#pragma once

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

// Ends the program where another start method than fork is asked for: status 77 says "not supported".
static inline void only_under_fork(void) {
  const char* method = getenv("EXEUNT_START_METHOD");
  if (method == NULL || strcmp(method, "fork") == 0) return;
  fprintf(stderr, "fork is the only start method here\n");
  exit(77);
}

// A child that does the task, flushes and ends with 0.
static inline pid_t start(void (*task)(void)) {
  fflush(stdout);
  fflush(stderr);
  const pid_t pid = fork();
  if (pid != 0) return pid;
  task();
  exit(0);
}

// The status as waitpid() gives it: the child's own, or minus the signal that killed it.
static inline int exitcode_of(int status) {
  return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

static inline int join(pid_t pid) {
  int status = 0;
  waitpid(pid, &status, 0);
  return exitcode_of(status);
}

static inline const char* truth(int value) {
  return value ? "True" : "False";
}

// One process waits here until another one opens it.
struct gate {
  int ends[2];
};

static inline struct gate new_gate(void) {
  struct gate gate = {{-1, -1}};
  if (pipe(gate.ends) != 0) exit(99);
  return gate;
}

static inline void open_gate(struct gate gate) {
  if (write(gate.ends[1], "", 1) != 1) exit(99);
}

static inline void wait_at(struct gate gate) {
  char byte = 0;
  while (read(gate.ends[0], &byte, 1) != 1) {
  }
}
