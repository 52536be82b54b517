#pragma once

#include "descriptor.hpp"

namespace exeunt::detail {

/// Something that is ready to read from the moment it is raised, in every process that has a copy.
UniqueFd make_latch(const char* step);
/// Async-signal-safe.
void raise_latch(native_handle latch) noexcept;
void lower_latch(native_handle latch) noexcept;

}  // namespace exeunt::detail
