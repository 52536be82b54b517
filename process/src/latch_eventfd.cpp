#include <sys/eventfd.h>
#include <unistd.h>

#include <cstdint>

#include "cancellation_held.hpp"
#include "descriptor_posix.hpp"
#include "latch.hpp"

namespace exeunt::detail {

UniqueFd make_latch(const char* step) {
  UniqueFd latch = above_stdio(UniqueFd(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)));
  if (!latch) throw_errno(step);
  return latch;
}

void raise_latch(native_handle latch) noexcept {
  const CancellationHeld whole;
  const std::uint64_t one = 1;
  (void)!::write(latch, &one, sizeof one);  // EAGAIN: raised 2^64 times already
}

void lower_latch(native_handle latch) noexcept {
  const CancellationHeld whole;
  std::uint64_t count = 0;
  (void)!::read(latch, &count, sizeof count);
}

}  // namespace exeunt::detail
