#include <windows.h>

#include "descriptor_windows.hpp"
#include "latch.hpp"

namespace exeunt::detail {

UniqueFd make_latch(const char* step) {
  UniqueFd latch(::CreateEventW(nullptr, TRUE, FALSE, nullptr));
  if (!latch) throw_last_error(step);
  return latch;
}

void raise_latch(native_handle latch) noexcept {
  ::SetEvent(latch);
}

void lower_latch(native_handle latch) noexcept {
  ::ResetEvent(latch);
}

}  // namespace exeunt::detail
