#include "grade/formats.hpp"

#include <algorithm>
#include <array>

#include "grade/format_files.hpp"
#include "support/closest.hpp"
#include "support/errors.hpp"
#include "support/joined.hpp"

namespace harness {
namespace {

template <std::string (*text)(const SubmissionResult&)>
std::vector<FormatFile> one_file(const SubmissionResult& result) {
  return {{"", text(result)}};
}

constexpr std::array<ResultFormat, 12> all_formats{{
    {"gradescope", "gradescope.json", "Gradescope's results.json", gradescope_files},
    {"prairielearn", "prairielearn.json", "PrairieLearn's external grading", prairielearn_files},
    {"autolab", "autolab.json", "Autolab's last line of output", autolab_files},
    {"submitty", "submitty.json", "Submitty's custom validator", submitty_files},
    {"coderunner", "coderunner.json", "a combinator template grader of CodeRunner", coderunner_files},
    {"vpl", "vpl.txt", "Moodle's Virtual Programming Lab", vpl_files},
    {"github-classroom", "github-classroom.json", "a runner result of GitHub Classroom",
     github_classroom_files},
    {"junit", "junit.xml", "JUnit XML", junit_files},
    {"artemis", "artemis", "Artemis: JUnit XML and custom feedbacks, a folder", artemis_files},
    {"plain", "txt", "text", one_file<plain_feedback>},
    {"markdown", "md", "Markdown", one_file<markdown_feedback>},
    {"html", "html", "a page with the processes in time", one_file<html_feedback>},
}};

}  // namespace

std::span<const ResultFormat> result_formats() {
  return all_formats;
}

std::vector<std::string> names_of_result_formats() {
  std::vector<std::string> names;
  for (const ResultFormat& one : all_formats)
    names.emplace_back(one.name);
  return names;
}

const ResultFormat& result_format(std::string_view name) {
  const auto* found =
      std::find_if(all_formats.begin(), all_formats.end(), [&](const auto& one) { return one.name == name; });
  if (found != all_formats.end()) return *found;
  const std::vector<std::string> names = names_of_result_formats();
  const std::optional<std::string> near = closest(name, names);
  throw UsageError("--format: unknown form '" + std::string(name) + "'" +
                   (near ? " (closest: '" + *near + "')" : "") + "; there are: " + joined(names));
}

std::string item_text(const ItemResult& item) {
  std::string text = item.message + "\n";
  for (const std::string& hint : item.hints)
    text += "Hint: " + hint + "\n";
  if (!item.evidence.empty()) text += "\n" + item.evidence;
  return text;
}

double score_fraction(const SubmissionResult& result) {
  return result.max_score > 0 ? std::clamp(result.score / result.max_score, 0.0, 1.0) : 0.0;
}

}  // namespace harness
