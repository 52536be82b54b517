#pragma once

#include <string>

#include "record/record_comparison.hpp"

namespace harness {

/// "532 compared, 1 newly failing, 3 changed in output"
std::string counts_text(const Changes& changes);

/// "pass → fail", in ASCII where the style knows no more; empty where they are equal.
std::string verdict_change(const Change& change, bool unicode);

/// "61 ms → 2.0 s"
std::string time_change(const Change& change, bool unicode);

/// "reference 0.1.0, glibc 2.36, x86_64, 2030-01-02T03:04:05Z, 532 runs"
std::string facts_text(const RecordIndex& record);

/// Why nothing can be said of all that was to be compared: "b.jsonl was cut short", "a.jsonl and b.jsonl have
/// no run in common"; empty: it can.
std::string gap_text(const RecordComparison& comparison);

/// A property that differs, its values shortened: "libc glibc 2.36 → musl 1.2.4".
std::string property_text(const PropertyDifference& difference, bool unicode);

}  // namespace harness
