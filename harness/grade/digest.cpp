#include "grade/digest.hpp"

#include "support/format.hpp"

namespace harness {

// The prime is 2^88 + 0x13b; __int128 is no standard type.
void Digest::add_byte(unsigned char byte) {
  low_ ^= byte;
  constexpr std::uint64_t small = 0x13b;
  const std::uint64_t low_part = (low_ & 0xffffffffU) * small;
  const std::uint64_t mid_part = (low_ >> 32U) * small + (low_part >> 32U);
  const std::uint64_t high = high_ * small + (mid_part >> 32U) + (low_ << 24U);
  low_ = (mid_part << 32U) | (low_part & 0xffffffffU);
  high_ = high;
}

void Digest::add(std::string_view text) {
  for (const std::uint64_t size = text.size(); const unsigned shift : {0U, 8U, 16U, 24U, 32U, 40U, 48U, 56U})
    add_byte(static_cast<unsigned char>(size >> shift));
  for (const char c : text)
    add_byte(static_cast<unsigned char>(c));
}

std::string Digest::text() const {
  return harness::format("{:016x}{:016x}", high_, low_);
}

}  // namespace harness
