#pragma once

#include "record/json.hpp"
#include "record/record_comparison.hpp"

namespace harness {

/// `{"format":1,"newly_failing":2,"records":[{"label":…,"file":…,"started":…,"runs":532,"properties":{…}}],
/// "compared":[{"record":1,"differ_in":[{"property":"libc","first":…,"second":…}],"compared":532,
/// "unchanged":530,"newly_failing":[…],"newly_passing":[…],"changed_output":[…],"changed_tree":[…],
/// "changed_timing":[…],"only_here":[…],"only_there":[…],"not_compared":[…],…}],"matrix":[…]}`
///
/// `record` counts from 0, the first record. A change: `{"scenario","implementation","version",
/// "start_method","stdio","verdict_first","verdict_second","cause","reason","place","before":[…],"after":[…],
/// "ms_first","ms_second"}`; null where there is nothing to tell.
Json comparison_json(const RecordComparison& comparison, const std::vector<MatrixRow>& matrix);

}  // namespace harness
