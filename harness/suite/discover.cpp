#include <algorithm>
#include <map>

#include "suite/opening_comment.hpp"
#include "suite/suite.hpp"
#include "support/errors.hpp"
#include "support/file.hpp"

namespace harness {
namespace {

namespace fs = std::filesystem;

// Shared code, not scenarios.
constexpr std::string_view support_folder = "support";

using Found = std::map<std::string, Scenario>;

// Calls `use` with the name and the path of every CHAPTER/NAME file below `root` that ends in `ending`.
template <class Use>
void each_file(const fs::path& root, std::string_view ending, const Use& use) {
  std::error_code error;
  for (const fs::directory_entry& chapter : fs::directory_iterator(root, error)) {
    if (!chapter.is_directory() || chapter.path().filename() == support_folder) continue;
    for (const fs::directory_entry& file : fs::directory_iterator(chapter)) {
      if (file.path().extension() != ending) continue;
      use((chapter.path().filename() / file.path().stem()).string(), file.path());
    }
  }
  if (error) throw CannotJudge("cannot read " + root.string() + ": " + error.message());
}

Scenario& named(Found& found, const std::string& name) {
  Scenario& scenario = found[name];
  scenario.name = name;
  return scenario;
}

int count_of(std::string_view text, std::string_view word) {
  int count = 0;
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1))
    ++count;
  return count;
}

void read_source(Scenario& scenario) {
  const fs::path& source = scenario.program.empty() ? scenario.twin : scenario.program;
  if (source.empty()) return;
  const std::string text = read_file(source);
  scenario.blocking_calls = count_of(text, "block_for(");
  OpeningComment comment = read_opening_comment(text, source.string());
  scenario.title = std::move(comment.title);
  scenario.teaching = std::move(comment.teaching);
  scenario.source = std::move(comment.source);
  scenario.start_methods = std::move(comment.start_methods);
  scenario.platforms = std::move(comment.platforms);
}

}  // namespace

SuitePaths built_suite() {
  std::error_code error;
  const fs::path prefix = fs::read_symlink("/proc/self/exe", error).parent_path().parent_path();
  const SuitePaths installed{prefix / "share/exeunt/scenarios", prefix / "share/exeunt/expected",
                             prefix / "libexec/exeunt/scenarios"};
  if (fs::is_directory(installed.scenarios, error) && fs::is_directory(installed.expected, error))
    return installed;
  const fs::path source = EXEUNT_SOURCE_DIR;
  const fs::path binary = EXEUNT_BINARY_DIR;
  return {source / "scenarios", source / "expected", binary / "scenarios"};
}

std::vector<Scenario> discover(const SuitePaths& paths) {
  Found found;
  each_file(paths.scenarios, ".cpp",
            [&](const std::string& name, const fs::path& file) { named(found, name).program = file; });
  each_file(paths.scenarios, ".py",
            [&](const std::string& name, const fs::path& file) { named(found, name).twin = file; });
  each_file(paths.expected, ".golden", [&](const std::string& name, const fs::path&) { named(found, name); });
  std::vector<Scenario> scenarios;
  scenarios.reserve(found.size());
  while (!found.empty()) {
    Scenario& scenario = scenarios.emplace_back(std::move(found.extract(found.begin()).mapped()));
    scenario.golden = paths.expected / (scenario.name + ".golden");
    read_source(scenario);
  }
  return scenarios;
}

}  // namespace harness
