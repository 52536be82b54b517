#include <algorithm>

#include "grade/digest.hpp"
#include "grade/grade_job.hpp"
#include "support/file.hpp"

namespace harness {
namespace {

namespace fs = std::filesystem;

void add_path(Digest& digest, const fs::path& path) {
  if (!fs::is_directory(path)) return digest.add(read_file(path));
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(path)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) {
    digest.add(file.lexically_relative(path).string());
    digest.add(read_file(file));
  }
}

}  // namespace

GradingFacts facts_of(const Assignment& assignment) {
  GradingFacts facts;
  facts.assignment = &assignment;
  Digest digest;
  digest.add(read_file(assignment.file));
  for (const AssignmentItem& item : assignment.items) {
    const std::string text = read_file(item.golden);
    digest.add(text);
    facts.goldens.push_back(parse_golden(text, item.golden));
    Scenario scenario;
    scenario.name = item.name;
    scenario.title = item.title;
    scenario.golden = item.golden;
    facts.scenarios.push_back(std::move(scenario));
    facts.hidden.push_back(fs::absolute(item.golden));
  }
  for (const ProvidedFile& file : assignment.build.provided)
    add_path(digest, file.from);
  facts.fingerprint = digest.text();
  facts.hidden.push_back(fs::absolute(assignment.file));
  std::sort(facts.hidden.begin(), facts.hidden.end());
  facts.hidden.erase(std::unique(facts.hidden.begin(), facts.hidden.end()), facts.hidden.end());
  return facts;
}

}  // namespace harness
