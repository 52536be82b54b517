#pragma once

#include <vector>

#include "record/changes.hpp"

namespace harness {

/// What changed variants of one scenario have in common that its unchanged variants have not: "only under
/// spawn", "only by cpython, on tty"; "under every variant" where there are no others.
/// @param changed   not empty. @param compared  the changed ones among them.
std::string common_cause(const std::vector<RunKey>& changed, const std::vector<RunKey>& compared);

/// Properties that alone explain which records fail: each has values of the failing ones that no other has.
/// "libc: musl 1.2.4 fails, glibc 2.36 passes"; empty where there is none, or all fail, or none does.
/// @param failing  for each record: nothing where it did not run it.
std::string explaining_property(const std::vector<RecordIndex>& records,
                                const std::vector<std::optional<bool>>& failing);

}  // namespace harness
