#pragma once

#include <functional>
#include <string>
#include <vector>

#include "grade/grade.hpp"

namespace harness {

/// What one solution came to, beside what it should.
struct SolutionCheck {
  SubmissionResult result{};
  std::vector<std::string> complaints{};  ///< empty: as it should
};

/// Proves an assignment before it is used: the model solution gets full marks, and each wrong solution that
/// the assignment names loses exactly the items that it names. The first check is the model solution's.
/// @param request  its submission is the model solution; no record is kept.
std::vector<SolutionCheck> check_assignment(
    GradeRequest request, const std::function<GradeSummary(const GradeRequest&, GradeListener&)>& grading);

/// The complaints about one result. @param loses  the items that have to be lost, and no others.
std::vector<std::string> complaints_about(const SubmissionResult& result,
                                          const std::vector<std::string>& loses);

}  // namespace harness
