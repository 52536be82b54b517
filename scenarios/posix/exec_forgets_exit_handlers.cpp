// exec() forgets the exit handlers and loses what stands in the buffer of stdout.
//
// Both were memory of the program that is gone.
//
// Source: POSIX: exec, atexit
// Start methods: none
// Platforms: linux
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int main(int argc, char** argv) {
  if (argc > 1) {
    printf("Second program\n");
    return 0;
  }
  atexit([] { printf("Never gets here...\n"); });
  printf("Half a line, never written");
  execl("/proc/self/exe", argv[0], "again", nullptr);
  return 127;
}
