#include "grade/check_assignment.hpp"

#include <algorithm>

#include "model/names.hpp"
#include "support/temporary_folder.hpp"

namespace harness {
namespace {

class Collector : public GradeListener {
 public:
  void finished(const SubmissionResult& result, bool /*reused*/) override { results.push_back(result); }
  std::vector<SubmissionResult> results;
};

}  // namespace

std::vector<std::string> complaints_about(const SubmissionResult& result,
                                          const std::vector<std::string>& loses) {
  std::vector<std::string> complaints;
  for (const ItemResult& item : result.items) {
    const bool must_lose = std::find(loses.begin(), loses.end(), item.name) != loses.end();
    const bool lost = item.verdict != Verdict::pass;
    if (lost == must_lose) continue;
    if (must_lose) {
      complaints.push_back("has to lose '" + item.name + "', and passes it");
    } else {
      complaints.push_back("has to pass '" + item.name +
                           "': " + std::string(item.code ? to_string(*item.code) : to_string(item.verdict)) +
                           ": " + item.message + (item.evidence.empty() ? "" : "\n" + item.evidence));
    }
  }
  if (!complaints.empty() && !result.build_log.empty()) complaints.push_back(result.build_log);
  return complaints;
}

std::vector<SolutionCheck> check_assignment(
    GradeRequest request, const std::function<GradeSummary(const GradeRequest&, GradeListener&)>& grading) {
  const std::string model = request.submissions.front().name;
  std::vector<std::vector<std::string>> loses{{}};
  request.submissions.front().name = "0-solution";
  request.submissions.front().submitted.reset();
  int number = 0;
  for (const WrongSolution& wrong : request.assignment.wrong_solutions) {
    request.submissions.push_back(
        {std::to_string(++number) + "-" + wrong.path.filename().string(), wrong.path, std::nullopt});
    loses.push_back(wrong.loses);
  }
  request.allow_unsandboxed = true;  // they are the instructor's own
  const TemporaryFolder folder;
  request.out = folder.path();
  Collector collector;
  grading(request, collector);
  std::vector<SolutionCheck> checks;
  for (std::size_t i = 0; i < request.submissions.size(); ++i) {
    const auto found = std::find_if(
        collector.results.begin(), collector.results.end(),
        [&](const SubmissionResult& result) { return result.submission == request.submissions[i].name; });
    if (found == collector.results.end()) continue;
    SolutionCheck check{*found, complaints_about(*found, loses[i])};
    check.result.submission =
        i == 0 ? model : request.assignment.wrong_solutions[i - 1].path.filename().string();
    checks.push_back(std::move(check));
  }
  return checks;
}

}  // namespace harness
