// After fork() parent and child have each their own memory.
//
// What the child changes is its copy. Memory that is mapped as shared is the exception, and has to be asked
// for.
//
// Source: POSIX: fork, mmap
// Start methods: none
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

int main() {
  int own = 1;
  void* const memory = mmap(nullptr, sizeof(int), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  int* const shared = static_cast<int*>(memory);
  *shared = 1;
  const pid_t child = fork();
  if (child < 0) return 1;
  if (child == 0) {
    own = 2;
    *shared = 2;
    _exit(0);
  }
  wait(nullptr);
  printf("Own: %d\nShared: %d\n", own, *shared);
}
