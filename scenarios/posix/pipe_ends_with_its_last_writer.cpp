// A reader sees the end of a pipe when the last writer is gone, whoever that is.
//
// A child that has merely inherited the writing end keeps it open: the classic deadlock.
//
// Source: POSIX: read, pipe, fork
// Start methods: none
#include <poll.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main() {
  int ends[2], life[2];
  if (pipe(ends) != 0 || pipe(life) != 0) return 1;
  const pid_t child = fork();
  if (child < 0) return 1;
  if (child == 0) {
    close(life[1]);
    char byte = 0;
    _exit(read(life[0], &byte, 1) == 0 ? 0 : 1);
  }
  close(ends[1]);
  pollfd reader = {ends[0], POLLIN, 0};
  printf("Own end closed: %s\n", poll(&reader, 1, 0) == 0 ? "no end yet" : "the end");
  close(life[1]);
  wait(nullptr);
  char byte = 0;
  printf("Child gone: %s\n", read(ends[0], &byte, 1) == 0 ? "the end" : "no end yet");
}
