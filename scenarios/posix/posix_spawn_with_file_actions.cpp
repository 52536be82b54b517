// posix_spawn() starts a program with its descriptors as asked for.
//
// What a child would do between fork() and exec() is a list: here the output goes to a pipe.
//
// Source: POSIX: posix_spawn, posix_spawn_file_actions_adddup2
// Start methods: none
#include <spawn.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;  // which POSIX leaves to the program to declare

int main() {
  int ends[2];
  if (pipe(ends) != 0) return 1;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_addclose(&actions, ends[0]);
  char shell[] = "sh", option[] = "-c", command[] = "echo spawned; exit 4";
  char* const arguments[] = {shell, option, command, nullptr};
  pid_t pid = 0;
  posix_spawn(&pid, "/bin/sh", &actions, nullptr, arguments, environ);
  posix_spawn_file_actions_destroy(&actions);
  char line[80] = {};
  if (read(ends[0], line, sizeof line - 1) < 0) return 1;
  int status = 0;
  waitpid(pid, &status, 0);
  printf("Read: %sStatus: %d\n", line, WEXITSTATUS(status));
}
