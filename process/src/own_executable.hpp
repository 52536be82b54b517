#pragma once

namespace exeunt::detail {

/// A path of the file that this program runs from. Empty where the system cannot tell it.
const char* own_executable() noexcept;

}  // namespace exeunt::detail
