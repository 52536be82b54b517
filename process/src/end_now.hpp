#pragma once

namespace exeunt::detail {

/// Ends this process as _exit() does: nothing is flushed, no handler runs.
[[noreturn]] void end_now(int status) noexcept;

}  // namespace exeunt::detail
