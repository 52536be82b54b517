#pragma once

#include "waiting.hpp"

namespace exeunt::detail {

/// As wait_ready(), until the handle can be written to.
bool wait_writable(native_handle handle, Deadline deadline);

}  // namespace exeunt::detail
