#include <sys/ptrace.h>
#include <sys/uio.h>
#include "bounded.h"
int main(void) {
  char byte;
  struct iovec here = {&byte, 1}, there = {(void*)&main, 1};
  dprintf(1, "parent%s\n", ptrace(PTRACE_ATTACH, getppid(), NULL, NULL) == 0 ? BREACH : " refused");
  dprintf(1, "traceme%s\n", ptrace(PTRACE_TRACEME, 0, NULL, NULL) == 0 ? BREACH : " refused");
  dprintf(1, "read%s\n", process_vm_readv(getppid(), &here, 1, &there, 1, 0) == 1 ? BREACH : " refused");
  return 0;
}
