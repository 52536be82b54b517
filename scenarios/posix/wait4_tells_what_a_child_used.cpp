// wait4() gives with the status what the child has used.
//
// The kernel keeps the account with the zombie. This child has filled 16 megabytes.
//
// Source: wait4(2), getrusage(2)
// Start methods: none
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <vector>

int main() {
  const pid_t pid = fork();
  if (pid < 0) return 1;
  if (pid == 0) {
    std::vector<char> filled(16 << 20);
    volatile char* const bytes = filled.data();  // volatile: no compiler leaves a write out
    for (size_t i = 0; i < filled.size(); ++i)
      bytes[i] = 'x';
    _exit(3);
  }
  int status = 0;
  rusage used = {};
  wait4(pid, &status, 0, &used);
  printf("Status: %d\n", WEXITSTATUS(status));
  printf("More than 8 MB: %s\n", used.ru_maxrss > 8 << 10 ? "yes" : "no");
}
