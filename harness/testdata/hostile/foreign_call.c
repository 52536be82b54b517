#include "bounded.h"
/* The 32-bit door: its numbers are others, and a filter that counts on ours would let them pass. */
int main(void) {
#ifdef __x86_64__
  long result;
  __asm__ volatile("int $0x80" : "=a"(result) : "0"(20L) : "memory");
  dprintf(1, "getpid of 32 bits: %ld" BREACH "\n", result);
#else
  raise(SIGSYS);
#endif
  return 0;
}
