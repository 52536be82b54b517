#pragma once

#include <pthread.h>

namespace exeunt::detail {

/// The thread is not cancelled meanwhile: for calls that could not be unwound.
class CancellationHeld {
 public:
  CancellationHeld() noexcept { ::pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &before_); }
  ~CancellationHeld() { ::pthread_setcancelstate(before_, nullptr); }
  CancellationHeld(const CancellationHeld&) = delete;
  CancellationHeld& operator=(const CancellationHeld&) = delete;

 private:
  int before_ = PTHREAD_CANCEL_ENABLE;
};

}  // namespace exeunt::detail
