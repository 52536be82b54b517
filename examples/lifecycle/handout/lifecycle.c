// Exit statuses, orphans and zombies. Fill in the six functions; each is run on its own:
//   gcc -Wall -Wextra -o lifecycle lifecycle.c && ./lifecycle exit_status
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

// A child exits with 7. Its parent waits for it and prints: child ended with 7
static void exit_status(void) {}

// A child that would wait for ever is ended by its parent with SIGTERM. The parent waits for it and prints:
// child was ended by signal 15
static void killed(void) {}

// Three children exit with 1, 2 and 3. Their parent waits for all and prints:
// 3 children ended, their statuses add up to 6
static void all_reaped(void) {}

// A child exits with 5. When it has ended, its parent prints the line below and ends without reaping it:
// the child has ended, and nobody reaps it
static void zombie(void) {}

// The parent prints "the parent ends" and exits with 3. When it is gone, its child prints
// "the orphan goes on" and exits with 4.
static void orphan(void) {}

// A child starts a child of its own, the daemon, and exits with 0. The program reaps it, prints
// "the child is reaped" and exits with 0. When the program is gone, the daemon prints "the daemon goes on"
// and exits with 9.
static void double_fork(void) {}

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
