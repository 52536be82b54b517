#include "grade/test_grading.hpp"

#include <cstdlib>
#include <stdexcept>

#include "support/file.hpp"

namespace harness {

namespace fs = std::filesystem;

GradeFolder::GradeFolder() {
  std::string pattern = (fs::temp_directory_path() / "exeunt.XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no folder for the test");
  path_ = pattern;
}

GradeFolder::~GradeFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

fs::path GradeFolder::write(const std::string& name, std::string_view text) const {
  fs::create_directories((path_ / name).parent_path());
  write_file(path_ / name, text);
  return path_ / name;
}

SubmissionResult some_result() {
  SubmissionResult result;
  result.submission = "ann";
  result.max_score = 10;
  result.score = 2;
  result.complete = true;
  result.wall_ms = 1234;
  result.troubles = {"the host's own"};
  ItemResult right{.name = "right", .title = "What is right", .points = 2, .max_points = 2};
  right.verdict = Verdict::pass;
  right.message = "Right.";
  right.judged = true;
  ItemResult wrong{.name = "wrong", .title = "What is <wrong>", .points = 0, .max_points = 3};
  wrong.verdict = Verdict::fail;
  wrong.code = ReasonCode::wrong_tree;
  wrong.message = "Nobody waited & <b>that</b> is bad.";
  wrong.evidence = "  Grade :=>> 100\n  --|>\n  ```\n";
  wrong.hints = {"Wait."};
  wrong.judged = true;
  ItemResult hidden{.name = "hidden", .title = "A secret", .points = 0, .max_points = 5};
  hidden.verdict = Verdict::timeout;
  hidden.code = ReasonCode::timeout;
  hidden.message = "The secret was not found.";
  hidden.visibility = Visibility::hidden;
  hidden.judged = true;
  result.items = {right, wrong, hidden};
  return result;
}

Assignment some_assignment(const std::vector<std::string>& items) {
  Assignment assignment;
  assignment.title = "Some";
  for (const std::string& name : items) {
    AssignmentItem item;
    item.name = item.title = item.program = name;
    assignment.items.push_back(std::move(item));
  }
  return assignment;
}

std::vector<std::string> names_below(const fs::path& folder) {
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder))
    names.push_back(entry.path().lexically_relative(folder).string() + (entry.is_directory() ? "/" : ""));
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace harness
