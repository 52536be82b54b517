#include <sched.h>

#include "watch/first_in_line.hpp"

namespace harness::watch {

FirstInLine::FirstInLine() {
  const sched_param lowest{::sched_get_priority_min(SCHED_FIFO)};
  granted_ = ::sched_setscheduler(0, SCHED_FIFO | SCHED_RESET_ON_FORK, &lowest) == 0;
}

FirstInLine::~FirstInLine() {
  const sched_param none{0};
  if (granted_) (void)::sched_setscheduler(0, SCHED_OTHER, &none);
}

}  // namespace harness::watch
