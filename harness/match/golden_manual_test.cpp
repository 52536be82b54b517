// docs/golden.md, which is the manual page exeunt-golden(5) too: what it shows can be read, and it knows
// every word.
#include <sstream>

#include "match/golden.hpp"
#include "match/samples_test.hpp"
#include "model/names.hpp"
#include "support/file.hpp"

namespace harness {
namespace {

using testing::HasSubstr;

std::string manual() {
  return read_file(EXEUNT_SOURCE_DIR "/docs/golden.md");
}

TEST(GoldenManual, ShowsWhatCanBeRead) {
  std::istringstream lines(manual());
  std::string block;
  bool inside = false;
  int shown = 0;
  for (std::string line; std::getline(lines, line);) {
    if (inside && line == "```") {
      EXPECT_NO_THROW(parse_golden(block, "docs/golden.md")) << block;
      ++shown;
      inside = false;
    } else if (inside) {
      block += line + "\n";
    } else if (line == "```golden") {
      block.clear();
      inside = true;
    }
  }
  EXPECT_GE(shown, 6);
}

TEST(GoldenManual, KnowsEveryWord) {
  const std::string text = manual();
  std::vector<std::string> words{"stdout", "stderr", "processes", "stdin", "run",
                                 "args:",  "env:",   "timeout:",  "skip:"};
  for (const std::vector<std::string>& more : {all_words<StartMethod>(), all_words<StdioMode>()})
    words.insert(words.end(), more.begin(), more.end());
  for (const Fate fate : {Fate::reaped, Fate::zombie, Fate::orphaned, Fate::leaked})
    words.emplace_back(to_string(fate));
  words.insert(words.end(), known_facilities.begin(), known_facilities.end());
  for (const std::string& word : words)
    EXPECT_THAT(text, HasSubstr("`" + word + "`"));
}

}  // namespace
}  // namespace harness
