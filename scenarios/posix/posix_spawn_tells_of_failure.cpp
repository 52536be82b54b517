// posix_spawn() of a program that is not there fails in the caller: there is no child to wait for.
//
// What fork() and exec() find out in the child is here a return value.
//
// Source: POSIX: posix_spawn
// Start methods: none
#include <errno.h>
#include <spawn.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;  // which POSIX leaves to the program to declare

int main() {
  char name[] = "found";
  char* const arguments[] = {name, nullptr};
  pid_t pid = 0;
  const int error = posix_spawn(&pid, "/nowhere/to/be/found", nullptr, nullptr, arguments, environ);
  printf("Error: %s\n", error == ENOENT ? "ENOENT" : "another");
  printf("Children: %s\n", wait(nullptr) < 0 && errno == ECHILD ? "none" : "one");
}
