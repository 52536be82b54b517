#include <sys/shm.h>
#include "bounded.h"
/* Memory that is nobody's once it is detached. */
int main(void) {
  int i;
  for (i = 0; i < 64; ++i) {
    char* block = shmat(shmget(IPC_PRIVATE, 32 << 20, 0600), NULL, 0);
    if (block == (char*)-1) break;
    memset(block, 1, 32 << 20);
    shmdt(block);
  }
  if (i == 64) dprintf(1, "2 GiB" BREACH "\n");
  return 0;
}
