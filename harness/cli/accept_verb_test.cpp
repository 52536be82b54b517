#include <gmock/gmock.h>

#include <sstream>

#include "cli/test_command.hpp"
#include "record/json_lines.hpp"
#include "report/terminal/difference_text.hpp"
#include "support/file.hpp"

namespace harness {
namespace {

using testing::HasSubstr;

struct Accept : testing::Test {
  TestSuite suite;
  TestCommand exeunt;
  std::vector<Renewal> renewals;

  Accept() {
    exeunt.machinery.propose_renewals = [this](const RunRequest&) { return renewals; };
    exeunt.in_is_terminal = exeunt.out_is_terminal = true;
    exeunt.environment["NO_COLOR"] = "1";
  }
  std::string golden(const std::string& name) const { return suite / ("expected/" + name + ".golden"); }
  // As people see it.
  std::string place(const std::string& name) const {
    return shown_path(golden(name), std::filesystem::current_path());
  }
  void propose(const std::string& name, const std::string& before, const std::string& after,
               const std::string& refused = "") {
    Renewal renewal;
    renewal.scenario.name = name;
    renewal.scenario.golden = golden(name);
    renewal.before = before;
    renewal.after = after;
    renewal.refused = refused;
    renewals.push_back(renewal);
  }
};

TEST_F(Accept, WritesWhatIsAccepted) {
  propose("exit/exit_child", "-- stdout --\n", "-- stdout --\nnew\n");
  exeunt.input = "y\n";
  EXPECT_EQ(exeunt(suite.with({"accept"})), 0) << exeunt.err;
  EXPECT_EQ(read_file(golden("exit/exit_child")), "-- stdout --\nnew\n");
  EXPECT_EQ(exeunt.out, "exit/exit_child\n  " + place("exit/exit_child") +
                            "\n    -- stdout --\n  + new\nrenew " + place("exit/exit_child") +
                            "? [y/n/q] \n1 accepted, 0 left as they were, 0 refused\n");
}

TEST_F(Accept, LeavesWhatIsNot) {
  propose("exit/exit_child", "-- stdout --\n", "-- stdout --\nnew\n");
  exeunt.input = "what?\nn\n";
  EXPECT_EQ(exeunt(suite.with({"accept"})), 1);
  EXPECT_EQ(read_file(golden("exit/exit_child")), "-- stdout --\n");
}

TEST_F(Accept, QuitsWhenToldSoOrWhenNobodyAnswers) {
  propose("exit/exit_child", "-- stdout --\n", "-- stdout --\nnew\n");
  propose("orphans/left", "-- stdout --\n", "-- stdout --\nnew\n");
  for (const char* input : {"q\ny\n", ""}) {
    exeunt.input = input;
    EXPECT_EQ(exeunt(suite.with({"accept"})), 1);
    EXPECT_THAT(exeunt.out, HasSubstr("\n0 accepted, 2 left as they were, 0 refused\n"));
    EXPECT_EQ(read_file(golden("orphans/left")), "-- stdout --\n");
  }
}

TEST_F(Accept, WritesANewGoldenAndItsFolder) {
  propose("fresh/one", "", "-- stdout --\n");
  exeunt.input = "y\n";
  EXPECT_EQ(exeunt(suite.with({"accept"})), 0) << exeunt.err;
  EXPECT_EQ(read_file(golden("fresh/one")), "-- stdout --\n");
  EXPECT_THAT(exeunt.out, HasSubstr("write " + place("fresh/one") + "?"));
}

TEST_F(Accept, NeverWritesWhatIsRefused) {
  propose("exit/exit_child", "-- stdout --\n", "-- stdout --\nnew\n", "two runs in a row differed");
  propose("orphans/left", "-- stdout --\n", "-- stdout --\nnew\n");
  exeunt.in_is_terminal = false;
  EXPECT_EQ(exeunt(suite.with({"accept", "--yes"})), 2);
  EXPECT_EQ(read_file(golden("exit/exit_child")), "-- stdout --\n");
  EXPECT_EQ(read_file(golden("orphans/left")), "-- stdout --\nnew\n");
  EXPECT_THAT(exeunt.out, HasSubstr("exit/exit_child\n  refused: two runs in a row differed\n"));
}

TEST_F(Accept, HasNothingToDoWhereEveryGoldenHolds) {
  EXPECT_EQ(exeunt(suite.with({"accept"})), 0);
  EXPECT_EQ(exeunt.out, "nothing to accept: every golden holds\n");
}

TEST_F(Accept, RefusesWhereNobodyLooks) {
  exeunt.out_is_terminal = false;
  EXPECT_EQ(exeunt(suite.with({"accept"})), 3);
  EXPECT_THAT(exeunt.err, HasSubstr("accept: there is no terminal to ask on;"));
  exeunt.environment["CI"] = "true";
  EXPECT_EQ(exeunt(suite.with({"accept", "--yes"})), 3);
  EXPECT_THAT(exeunt.err, HasSubstr("accept: not under CI"));
}

TEST_F(Accept, SaysThatAGoldenCannotBeWritten) {
  propose("exit/exit_child", "-- stdout --\n", "-- stdout --\nnew\n");
  renewals.front().scenario.golden = "/dev/null/x.golden";
  EXPECT_EQ(exeunt(suite.with({"accept", "-y"})), 2);
  EXPECT_THAT(exeunt.err, HasSubstr("cannot write /dev/null/x.golden"));
}

struct AcceptFromRecords : Accept {
  std::vector<std::string> recorded;  // scenarios of the results that arrived

  AcceptFromRecords() {
    exeunt.machinery.renewals_from = [this](const RunRequest&,
                                            const std::vector<const CaseResult*>& results) {
      for (const CaseResult* result : results)
        recorded.push_back(result->judged.scenario->name);
      return renewals;
    };
    for (const char* name : {"exit/exit_child", "orphans/left"}) {
      Scenario scenario{.name = name};
      Case c;
      c.scenario = &scenario;
      const std::vector<Case> cases{c};
      std::ostringstream out;
      JsonLines lines(out, {}, "0.1.0", "");
      lines.started({&cases, Level::trace, "", 1});
      lines.finished({c, {}, {}, {}});
      write_file(suite / (scenario.chapter() + ".jsonl"), out.str());
    }
  }
};

TEST_F(AcceptFromRecords, TakesTheRunsOfEveryRecord) {
  propose("exit/exit_child", "-- stdout --\n", "-- stdout --\nnew\n");
  EXPECT_EQ(exeunt(suite.with({"accept", "--yes", "--from", suite / "exit.jsonl", suite / "orphans.jsonl"})),
            0)
      << exeunt.err;
  EXPECT_THAT(recorded, testing::ElementsAre("exit/exit_child", "orphans/left"));
  EXPECT_EQ(read_file(golden("exit/exit_child")), "-- stdout --\nnew\n");
}

TEST_F(AcceptFromRecords, NeverWidensSilently) {
  propose("exit/exit_child", "-- stdout --\n", "-- stdout --\nnew\n");
  renewals.front().widened = {"platform windows"};
  const std::vector<std::string> command = suite.with({"accept", "--yes", "--from", suite / "exit.jsonl"});
  EXPECT_EQ(exeunt(command), 1);
  EXPECT_THAT(exeunt.out, HasSubstr("no run tells of, and changes too: platform windows"));
  EXPECT_EQ(read_file(golden("exit/exit_child")), "-- stdout --\n");
  std::vector<std::string> widening = command;
  widening.push_back("--widen");
  EXPECT_EQ(exeunt(widening), 0);
  EXPECT_EQ(read_file(golden("exit/exit_child")), "-- stdout --\nnew\n");
}

}  // namespace
}  // namespace harness
