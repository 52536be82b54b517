#pragma once

namespace exeunt::detail {

/// Whether this process may have another thread. Costs nothing, and may say yes where there was one once.
bool may_have_threads() noexcept;

/// Whether this thread is the only one. Where that cannot be known: no.
bool is_alone() noexcept;

}  // namespace exeunt::detail
