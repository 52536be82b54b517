#include <gmock/gmock.h>

#include "cli/test_command.hpp"
#include "support/file.hpp"

namespace harness {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Observation seen_program(int status) {
  Observation seen;
  seen.level = Level::trace;
  Process root;
  root.id = "program";
  root.number = 0;
  root.argv = std::vector<std::string>{"prog"};
  root.end = Exited{status};
  root.fate = Fate::root;
  root.start_ms = 0;
  root.end_ms = 5;
  seen.processes = {root};
  seen.events = {Event{.kind = EventKind::created, .pid = 7},
                 Event{.kind = EventKind::exited, .t_us = 5000, .end = Exited{status}}};
  return seen;
}

TEST(WatchVerb, EndsAsTheProgramAndTellsItOnStandardError) {
  WatchRequest asked;
  TestCommand exeunt;
  exeunt.machinery.watch = [&](const WatchRequest& request) {
    asked = request;
    return seen_program(7);
  };
  EXPECT_EQ(exeunt({"watch", "--observe", "passive", "--", "prog", "--flag"}), 7) << exeunt.err;
  EXPECT_THAT(asked.argv, ElementsAre("prog", "--flag"));
  EXPECT_EQ(asked.level, Level::passive);
  EXPECT_EQ(exeunt.out, "");
  EXPECT_THAT(exeunt.err, HasSubstr("exit 7"));
}

TEST(WatchVerb, WritesFilesAndMaySayNothing) {
  const TestFolder folder;
  TestCommand exeunt;
  exeunt.machinery.watch = [](const WatchRequest&) { return seen_program(0); };
  EXPECT_EQ(exeunt({"watch", "-q", "--json", folder / "j", "--html", folder / "h", "--trace-event",
                    folder / "t", "--", "prog"}),
            0);
  EXPECT_EQ(exeunt.err, "");
  EXPECT_THAT(read_file(folder / "j"), HasSubstr(R"("event":"exited")"));
  EXPECT_THAT(read_file(folder / "h"), HasSubstr("<svg"));
  EXPECT_THAT(read_file(folder / "t"), HasSubstr("traceEvents"));
}

TEST(WatchVerb, TakesTheFirstWordThatIsNoOptionForTheProgram) {
  std::vector<std::string> ran;
  TestCommand exeunt;
  exeunt.machinery.watch = [&](const WatchRequest& request) {
    ran = request.argv;
    return seen_program(0);
  };
  EXPECT_EQ(exeunt({"watch", "--observe", "adopt", "-q", "ls", "-l", "--json", "--", "x"}), 0) << exeunt.err;
  EXPECT_THAT(ran, ElementsAre("ls", "-l", "--json", "--", "x"));
  EXPECT_EQ(exeunt({"watch", "-q", "--", "-odd", "--help=man"}), 0) << exeunt.err;
  EXPECT_THAT(ran, ElementsAre("-odd", "--help=man"));
  EXPECT_EQ(exeunt({"watch", "--jsn", "ls"}), 3);
  EXPECT_THAT(exeunt.err, HasSubstr("unknown option '--jsn' (closest: '--json')"));
}

TEST(WatchVerb, RefusesBeforeAnythingRuns) {
  TestCommand exeunt;
  exeunt.machinery.watch = [](const WatchRequest&) -> Observation {
    ADD_FAILURE() << "the program was run";
    return {};
  };
  EXPECT_EQ(exeunt({"watch"}), 3);
  EXPECT_THAT(exeunt.err, HasSubstr("which program?"));
  EXPECT_EQ(exeunt({"watch", "--json", "/no/such/folder/x", "--", "prog"}), 2);
  EXPECT_THAT(exeunt.err, HasSubstr("/no/such/folder/x"));
}

}  // namespace
}  // namespace harness
