// exec() gives the new program the environment that it is handed, and no other.
//
// Source: POSIX: execve, environ
// Start methods: none
// Platforms: linux
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char** argv) {
  if (argc > 1) {
    const char* const home = getenv("HOME");
    printf("COLOUR=%s HOME=%s\n", getenv("COLOUR"), home != nullptr ? home : "(unset)");
    return 0;
  }
  const pid_t child = fork();
  if (child < 0) return 1;
  if (child == 0) {
    char again[] = "again", colour[] = "COLOUR=green";
    char* const arguments[] = {argv[0], again, nullptr};
    char* const environment[] = {colour, nullptr};
    execve("/proc/self/exe", arguments, environment);
    _exit(127);
  }
  wait(nullptr);
}
