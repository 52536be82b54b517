#pragma once

namespace exeunt::detail {

/// For children that end without the handlers of the C library, by which the coverage of a program compiled
/// for gcov or llvm-cov is written. Nothing where the program has none.

/// In a forked child: what was counted before is its creator's to write.
void begin_coverage() noexcept;
void write_coverage() noexcept;

}  // namespace exeunt::detail
