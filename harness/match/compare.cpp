#include "match/compare.hpp"

#include <algorithm>
#include <array>

#include "match/compare_processes.hpp"
#include "match/compare_text.hpp"

namespace harness {
namespace {

// The reasons in the order in which they decide; what a comparison cannot find comes last.
std::ptrdiff_t rank(ReasonCode code) {
  constexpr std::array order{ReasonCode::leaked_process, ReasonCode::wrong_exit, ReasonCode::wrong_output,
                             ReasonCode::wrong_tree, ReasonCode::bad_golden};
  return std::ranges::find(order, code) - order.begin();
}

}  // namespace

Comparison compare(const Observation& seen, const Golden& expected, const Conditions& conditions) {
  Comparison comparison;
  if (seen.start_failure) return comparison;
  compare_text(seen, expected, conditions, comparison);
  compare_processes(seen, expected, conditions, comparison);
  std::ranges::stable_sort(comparison.differences, {},
                           [](const Difference& difference) { return rank(difference.code); });
  for (Difference& difference : comparison.differences)
    difference.golden = expected.path;
  return comparison;
}

}  // namespace harness
