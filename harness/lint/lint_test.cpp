// One bad sample for each check: samples/CHECK is a suite in which that check finds one thing, and no other
// check anything.
#include "lint/lint.hpp"

#include <gmock/gmock.h>

#include <algorithm>

#include "suite/suite.hpp"
#include "support/errors.hpp"

namespace harness {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

const fs::path samples = fs::path(EXEUNT_SOURCE_DIR) / "harness/lint/samples";

std::vector<Finding> findings_in(const fs::path& root) {
  const SuitePaths paths{root / "scenarios", root / "expected", {}};
  return lint(discover(paths), paths.expected);
}

struct Sample {
  const char* check;
  const char* file;  // below the sample
  int line;
  const char* text;  // in part
};

void PrintTo(const Sample& sample, std::ostream* stream) {
  *stream << sample.check;
}

class LintTest : public testing::TestWithParam<Sample> {};

TEST_P(LintTest, FindsItsSampleAndNothingElse) {
  const Sample& sample = GetParam();
  const std::vector<Finding> findings = findings_in(samples / sample.check);
  ASSERT_EQ(findings.size(), 1U) << testing::PrintToString(findings.size());
  EXPECT_EQ(findings[0].check, sample.check);
  EXPECT_EQ(findings[0].file, samples / sample.check / sample.file);
  EXPECT_EQ(findings[0].line, sample.line);
  EXPECT_THAT(findings[0].text, HasSubstr(sample.text));
}

const std::vector<Sample> all_samples{
    {"bad-golden", "expected/exit/x.golden", 2, "unknown directive"},
    {"duplicate-title", "scenarios/exit/y.cpp", 1, "exit/x"},
    {"golden-without-program", "expected/exit/y.golden", 0, "no program has this name"},
    {"known-failure-of-nothing", "expected/known_failures.txt", 2, "'exit/gone'"},
    {"missing-golden", "scenarios/exit/y.cpp", 0, "exeunt accept exit/y"},
    {"missing-source", "scenarios/exit/x.cpp", 1, "Source:"},
    {"missing-title", "scenarios/exit/x.cpp", 1, "sentence"},
    {"missing-twin", "scenarios/exit/y.cpp", 0, "twin"},
    {"sleep-for-order", "scenarios/exit/x.cpp", 6, "block_for()"},
    {"spinning-loop", "scenarios/exit/x.cpp", 11, "call that blocks"},
    {"twin-with-another-title", "scenarios/exit/x.py", 1, "'A child stays.'"},
    {"unchecked-fork", "scenarios/exit/x.cpp", 11, "-1"},
    {"unused-section", "expected/exit/x.golden", 1, "[spawn, tty]"},
};

std::string test_name(const testing::TestParamInfo<Sample>& info) {
  std::string name = info.param.check;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Samples, LintTest, testing::ValuesIn(all_samples), test_name);

TEST(Lint, EverySampleIsTested) {
  const auto folders = std::distance(fs::directory_iterator(samples), fs::directory_iterator());
  EXPECT_EQ(static_cast<std::size_t>(folders), all_samples.size());
}

TEST(Lint, FindsNothingInTheSuite) {
  for (const Finding& finding : findings_in(EXEUNT_SOURCE_DIR))
    ADD_FAILURE() << to_string(finding);
}

TEST(Lint, SaysWhereAndWhat) {
  EXPECT_EQ(to_string({"a/x.cpp", 3, "missing-title", "say it"}), "a/x.cpp:3: missing-title: say it");
  EXPECT_EQ(to_string({"a/x.cpp", 0, "missing-twin", "write it"}), "a/x.cpp: missing-twin: write it");
}

}  // namespace
}  // namespace harness
