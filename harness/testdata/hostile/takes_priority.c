#include <sys/resource.h>
#include "bounded.h"
int main(void) {
  struct sched_param first = {1};
  int score = open("/proc/self/oom_score_adj", O_WRONLY);
  dprintf(1, "nice%s\n", setpriority(PRIO_PROCESS, 0, -20) == 0 ? BREACH : " refused");
  dprintf(1, "fifo%s\n", sched_setscheduler(0, SCHED_FIFO, &first) == 0 ? BREACH : " refused");
  dprintf(1, "memory%s\n", score >= 0 && write(score, "-1000", 5) == 5 ? BREACH : " refused");
  return 0;
}
