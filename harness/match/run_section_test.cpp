#include "match/run_section.hpp"

#include "match/samples_test.hpp"

namespace harness {
namespace {

using samples::complaint;
using samples::golden;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;
using namespace std::chrono_literals;

std::string about(std::string_view lines) {
  return complaint("-- run --\n" + std::string(lines) + "\n-- stdout --\n");
}

std::optional<std::chrono::milliseconds> timeout(const std::string& text) {
  return parse_run(std::vector<std::string>{"timeout: " + text}, 1).timeout;
}

TEST(RunSection, ReadsArgumentsEnvironmentAndTimeout) {
  const Golden read = golden(
      "-- run --\n# how\nargs: -v 'two words' \"and \\\"quotes\\\"\" a\\ b ''\nenv: A=1 B='x y'\nenv: "
      "C=\ntimeout: 5s\n"
      "-- stdin --\nhello\n-- stdout --\n");
  const RunOptions options = run_options(read, Conditions{});
  EXPECT_THAT(options.args, ElementsAre("-v", "two words", "and \"quotes\"", "a b", ""));
  EXPECT_THAT(options.env, ElementsAre("A=1", "B=x y", "C="));
  EXPECT_EQ(options.timeout, 5s);
  EXPECT_EQ(options.stdin_text, "hello\n");
}

TEST(RunSection, GivesNothingWhereThereIsNone) {
  const RunOptions options = run_options(golden("-- stdout --\n"), Conditions{});
  EXPECT_TRUE(options.args.empty());
  EXPECT_FALSE(options.timeout);
  EXPECT_FALSE(options.stdin_text);
}

TEST(RunSection, IsChosenByConditions) {
  const Golden read = golden("-- run [spawn] --\nargs: a\n-- run --\nargs: b\n-- stdout --\n");
  Conditions conditions;
  conditions.start_method = StartMethod::spawn;
  EXPECT_THAT(run_options(read, conditions).args, ElementsAre("a"));
  conditions.start_method = StartMethod::fork;
  EXPECT_THAT(run_options(read, conditions).args, ElementsAre("b"));
}

TEST(RunSection, MaySkipWhatIsLacking) {
  const Golden read = golden("-- run [no subreaper|no clone3] --\nskip: nobody adopts\n-- stdout --\n");
  EXPECT_TRUE(asks_for_facilities(read));
  Conditions conditions;
  EXPECT_EQ(run_options(read, conditions).skip, "");
  conditions.lacking = {"nocldwait", "subreaper"};
  EXPECT_EQ(run_options(read, conditions).skip, "nobody adopts");
  EXPECT_THAT(run_options(read, conditions).skip_lacks, ElementsAre("subreaper"));
}

TEST(RunSection, MaySkipVersionsThatAreTooOld) {
  const Golden read = golden("-- run [cpython<3.14] --\nskip: it is new in 3.14\n-- stdout --\n");
  EXPECT_FALSE(asks_for_facilities(read));
  Conditions conditions;
  EXPECT_EQ(run_options(read, conditions).skip, "");
  conditions.implementation = "cpython";
  conditions.version = Version{{3, 13, 9}};
  EXPECT_EQ(run_options(read, conditions).skip, "it is new in 3.14");
  conditions.version = Version{{3, 14, 0}};
  EXPECT_EQ(run_options(read, conditions).skip, "");
}

// Else a golden could let a failure of every platform pass as a skip.
TEST(RunSection, SkipsNothingElse) {
  EXPECT_THAT(about("skip: it fails"), StartsWith("expected/x.golden:1: 'skip:' without what is lacking"));
  for (const std::string condition : {"fork", "fork|no clone3", "cpython", "cpython>=3.14", "cpython==3.14",
                                      "cpython|cpython<3.14", "reference<99"}) {
    EXPECT_THAT(complaint("-- run [" + condition + "] --\nskip: it fails\n-- stdout --\n"),
                HasSubstr("without what is lacking"))
        << condition;
  }
  EXPECT_FALSE(asks_for_facilities(golden("-- run [fork] --\nargs: a\n-- stdout --\n")));
}

TEST(RunSection, KnowsUnits) {
  EXPECT_EQ(timeout("500ms"), 500ms);
  EXPECT_EQ(timeout("1.5s"), 1500ms);
  EXPECT_EQ(timeout("2min"), 120s);
}

TEST(RunSection, ComplainsWithTheLine) {
  EXPECT_THAT(about("arg: x"), StartsWith("expected/x.golden:2: unknown key 'arg' in 'run' (closest: "
                                          "'args'); keys are: args:, env:, timeout:, skip:"));
  EXPECT_THAT(about("hello"), HasSubstr("unknown key 'hello'"));
  EXPECT_THAT(about("args: a\nargs: b"), StartsWith("expected/x.golden:3: 'args:' for the second time"));
  EXPECT_THAT(about("env: A"), HasSubstr("'A' is no variable; variables are NAME=VALUE"));
  EXPECT_THAT(about("env: 1A=b"), HasSubstr("is no variable"));
  EXPECT_THAT(about("skip:"), HasSubstr("'skip:' lacks its reason"));
  EXPECT_THAT(about("args: 'a"), HasSubstr("a ' without its partner"));
  EXPECT_THAT(about("args: a\\"), HasSubstr("a backslash at the end"));
  for (const char* bad : {"5", "5 parsecs", "-5s", "0s", "61min", "1e3s", "s", "1.2.3s"}) {
    EXPECT_THAT(about(std::string("timeout: ") + bad), HasSubstr("bad timeout")) << bad;
  }
}

}  // namespace
}  // namespace harness
