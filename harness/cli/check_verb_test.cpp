#include <gmock/gmock.h>

#include "cli/test_command.hpp"
#include "support/errors.hpp"

namespace harness {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

struct Check : testing::Test {
  TestCommand exeunt;
  std::vector<CheckRequest> asked;

  void pipeline_gives(Verdict verdict, StdioMode only_on) {
    exeunt.machinery.check = [this, verdict, only_on](const CheckRequest& request) {
      asked.push_back(request);
      CheckResult checked;
      checked.scenario.name = "x.golden";
      checked.scenario.golden = request.golden;
      checked.result.judged.conditions = request.conditions;
      checked.result.judged.argv = request.argv;
      checked.result.seen.wall_ms = 12;
      if (request.conditions.stdio != only_on) return checked;
      checked.result.judgement = {verdict, ReasonCode::wrong_output, "line 1 differs"};
      Difference difference;
      difference.reason = "line 1 differs";
      difference.golden = request.golden;
      difference.line = 2;
      difference.diff = {{DiffLine::Kind::expected, "a"}, {DiffLine::Kind::seen, "b"}};
      checked.result.comparison.differences = {difference};
      return checked;
    };
  }
  Check() { pipeline_gives(Verdict::pass, StdioMode::file); }
};

TEST_F(Check, TellsAPassInOneLine) {
  EXPECT_EQ(exeunt({"check", "x.golden", "--stdio", "pipe", "--", "prog", "--flag"}), 0) << exeunt.err;
  EXPECT_EQ(exeunt.out, "pass     x.golden  pipe  12 ms\n");
  ASSERT_EQ(asked.size(), 1U);
  EXPECT_EQ(asked[0].golden, "x.golden");
  EXPECT_THAT(asked[0].argv, ElementsAre("prog", "--flag"));
  EXPECT_EQ(asked[0].conditions.implementation, "reference");
  EXPECT_EQ(asked[0].conditions.start_method, std::nullopt);
}

TEST_F(Check, RunsOnATerminalAndOnAPipeByDefault) {
  EXPECT_EQ(exeunt({"check", "x.golden", "--", "prog"}), 0);
  EXPECT_EQ(exeunt.out, "pass     x.golden  tty  12 ms\npass     x.golden  pipe  12 ms\n");
}

TEST_F(Check, ConfinesOnlyWhenAskedTo) {
  EXPECT_EQ(exeunt({"check", "x.golden", "--stdio", "pipe", "--", "prog"}), 0);
  EXPECT_EQ(exeunt({"check", "x.golden", "--sandbox", "--stdio", "pipe", "--", "prog"}), 0);
  EXPECT_EQ(exeunt({"check", "x.golden", "--sandbox", "--timeout", "2", "--stdio", "pipe", "--", "prog"}), 0);
  ASSERT_EQ(asked.size(), 3U);
  EXPECT_EQ(asked[0].sandbox, std::nullopt);
  EXPECT_EQ(asked[1].sandbox, Limits());
  EXPECT_EQ(asked[2].sandbox->wall, std::chrono::seconds(2));
}

TEST_F(Check, TakesTheConditions) {
  EXPECT_EQ(exeunt({"check",
                    "x.golden",
                    "--start-method",
                    "spawn,fork",
                    "--stdio",
                    "file",
                    "--implementation",
                    "cpython",
                    "--version",
                    "3.12.1",
                    "--platform",
                    "other",
                    "--timeout",
                    "1",
                    "--observe",
                    "root",
                    "--time-scale",
                    "2",
                    "--",
                    "prog"}),
            0)
      << exeunt.err;
  ASSERT_EQ(asked.size(), 2U);
  EXPECT_EQ(asked[0].conditions.start_method, StartMethod::spawn);
  EXPECT_EQ(asked[1].conditions.start_method, StartMethod::fork);
  EXPECT_EQ(asked[1].conditions.implementation, "cpython");
  EXPECT_EQ(asked[1].conditions.version, (Version{{3, 12, 1}}));
  EXPECT_EQ(asked[1].conditions.platform, "other");
  EXPECT_EQ(asked[1].settings.time_limit, std::chrono::seconds(1));
  EXPECT_EQ(asked[1].settings.level, Level::root);
  EXPECT_EQ(asked[1].settings.time_scale, 2);
}

TEST_F(Check, TellsWhatDiffers) {
  pipeline_gives(Verdict::fail, StdioMode::pipe);
  EXPECT_EQ(exeunt({"check", "x.golden", "--", "prog"}), 1);
  EXPECT_EQ(exeunt.out,
            "pass     x.golden  tty  12 ms\n"
            "fail     x.golden  pipe  12 ms\n"
            "\n"
            "✗ x.golden  fail (wrong-output)\n"
            "  line 1 differs\n"
            "  on pipe\n"
            "    x.golden:2\n"
            "    - a\n"
            "    + b\n");
}

TEST_F(Check, RefusesWhatMakesNoSense) {
  const std::vector<std::pair<std::vector<std::string>, std::string>> complaints{
      {{"check"}, "check: one GOLDEN is wanted, then -- and the program"},
      {{"check", "a", "b", "--", "c"}, "check: one GOLDEN is wanted, then -- and the program"},
      {{"check", "a"}, "check: the program is missing; write it behind --"},
      {{"check", "a", "--"}, "check: the program is missing; write it behind --"},
      {{"check", "a", "--version", "x", "--", "c"}, "--version: 'x' does not begin with a number"},
      {{"check", "a", "--stdio", "x", "--", "c"}, "--stdio: 'x' is none of tty, pipe, file"},
  };
  for (const auto& [arguments, complaint] : complaints) {
    EXPECT_EQ(exeunt(arguments), 3);
    EXPECT_EQ(exeunt.err, "exeunt: " + complaint + "\n");
  }
  EXPECT_TRUE(asked.empty());
}

TEST_F(Check, TellsThatItCannotJudge) {
  exeunt.machinery.check = [](const CheckRequest&) -> CheckResult {
    throw CannotJudge("x.golden:4: unknown directive '-- stdot --'\nfix it");
  };
  EXPECT_EQ(exeunt({"check", "x.golden", "--", "prog"}), 2);
  EXPECT_EQ(exeunt.err, "exeunt: x.golden:4: unknown directive '-- stdot --'\nfix it\n");
  pipeline_gives(Verdict::broken, StdioMode::tty);
  EXPECT_EQ(exeunt({"check", "x.golden", "--", "prog"}), 2);
}

}  // namespace
}  // namespace harness
