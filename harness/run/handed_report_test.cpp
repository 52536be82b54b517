#include "run/handed_report.hpp"

#include <gmock/gmock.h>

#include <csignal>

#include "support/errors.hpp"
#include "support/file.hpp"
#include "wire/orders.hpp"

namespace harness {
namespace {

using testing::HasSubstr;

const std::string root =
    R"({"id":"program","parent":null,"argv":["p"],"exec":true,"end":"exit 0","fate":"root","helper":false})";

std::string child(const std::string& id, const std::string& parent, const std::string& rest) {
  return R"(,{"id":")" + id + R"(","parent":)" + parent + R"(,"argv":null,"helper":false,)" + rest + "}";
}

std::string report_of(const std::string& processes, const std::string& level = "job") {
  return R"({"format":1,"level":")" + level + R"(","stopped":"by-itself","processes":[)" + processes + "]}\n";
}

std::string complaint_about(const std::string& report) {
  try {
    parse_handed_report(report);
    return "";
  } catch (const CannotJudge& error) {
    return error.what();
  }
}

TEST(HandedReport, TellsOfEveryProcess) {
  const HandedReport report = parse_handed_report(
      report_of(root + child("1", R"("program")", R"("end":"exit 3","fate":null,"outlived_creator":false)") +
                child("1.1", R"("1")", R"("end":"signal SIGTERM","fate":"orphaned")") +
                child("2", "null", R"("end":null,"fate":null)")));
  ASSERT_EQ(report.processes.size(), 4U);
  EXPECT_EQ(report.stopped, Stopped::by_itself);
  EXPECT_EQ(report.processes[1].end, Ending(Exited{3}));
  EXPECT_EQ(report.processes[1].outlived_creator, false);
  EXPECT_EQ(report.processes[2].parent, "1");
  EXPECT_EQ(report.processes[3].parent, std::nullopt);
}

TEST(HandedReport, IsAsItsPageShowsIt) {
  const std::string page = read_file(EXEUNT_SOURCE_DIR "/docs/observing.md");
  const std::size_t begin = page.find("{\"format\": 1, \"level\": \"job\"");
  ASSERT_NE(begin, std::string::npos);
  const HandedReport report = parse_handed_report(page.substr(begin, page.find("```", begin) - begin));
  ASSERT_EQ(report.processes.size(), 2U);
  EXPECT_EQ(report.processes[0].argv, std::vector<std::string>{"Z:\\p.exe"});
  EXPECT_EQ(report.processes[1].outlived_creator, false);
}

TEST(HandedReport, TellsNotHowALeakedProcessWasEnded) {
  const HandedReport report = parse_handed_report(
      report_of(root + child("1", R"("program")", R"("end":"signal SIGTERM","fate":"leaked")")));
  EXPECT_EQ(report.processes[1].end, std::nullopt);
}

TEST(HandedReport, TakesThePlaceOfWhatWasSeenOfItsWriter) {
  Observation seen;
  seen.out = "text";
  seen.processes.push_back({.id = "program", .end = Exited{0}});
  seen.events.push_back({.kind = EventKind::exited});
  HandedReport report = parse_handed_report(
      report_of(root + child("1", R"("program")", R"("end":"exit 3","fate":null,"number":4)")));
  report.stopped = Stopped::time_limit;
  replace_processes(seen, report);
  EXPECT_EQ(seen.level, Level::job);
  EXPECT_EQ(seen.out, "text");
  EXPECT_EQ(seen.stopped, Stopped::time_limit);
  EXPECT_TRUE(seen.events.empty());
  ASSERT_EQ(seen.processes.size(), 2U);
  EXPECT_EQ(seen.processes[1].number, -1);
}

TEST(HandedReport, SaysWhereItMayLackProcesses) {
  std::string text = report_of(root);
  EXPECT_TRUE(parse_handed_report(text).is_complete);
  text.insert(text.find("\"processes\""), "\"complete\":false,");
  Observation seen;
  replace_processes(seen, parse_handed_report(text));
  EXPECT_FALSE(seen.is_complete);
}

TEST(HandedReport, IsRefusedWhereItIsTorn) {
  const std::string whole = report_of(root);
  EXPECT_EQ(complaint_about(whole), "");
  for (std::size_t length = 0; length + 2 < whole.size(); ++length)
    EXPECT_THAT(complaint_about(whole.substr(0, length)), HasSubstr("torn")) << length;
  EXPECT_THAT(complaint_about(whole + whole), HasSubstr("torn"));
}

TEST(HandedReport, IsRefusedWhereItMakesNoSense) {
  EXPECT_THAT(complaint_about("[]"), HasSubstr("a key is missing"));
  EXPECT_THAT(complaint_about(R"({"format":2})"), HasSubstr("its format is 2"));
  EXPECT_THAT(complaint_about(report_of(root, "trace")), HasSubstr("its level is 'trace'"));
  EXPECT_THAT(complaint_about(report_of(root, "jub")), HasSubstr("unknown word 'jub'"));
  EXPECT_THAT(complaint_about(R"({"format":1,"level":"job","stopped":"interrupted","processes":[]})"),
              HasSubstr("it is stopped 'interrupted'"));
  EXPECT_THAT(complaint_about(report_of("")), HasSubstr("names no process"));
  EXPECT_THAT(complaint_about(report_of(root + child("1", R"("program")", R"("end":"exit","fate":null)"))),
              HasSubstr("unknown word 'exit'"));
  EXPECT_THAT(complaint_about(report_of(root + child("1", R"("program")", R"("end":null)"))),
              HasSubstr("a key is missing"));
}

TEST(HandedReport, IsRefusedWhereItIsNoTree) {
  const std::string unknown = R"("end":null,"fate":null)";
  const std::string one = child("1", R"("program")", unknown);
  EXPECT_THAT(complaint_about(report_of(one.substr(1) + "," + root)), HasSubstr("the first process"));
  EXPECT_THAT(complaint_about(report_of(root + "," + root)), HasSubstr("the first process"));
  EXPECT_THAT(complaint_about(report_of(root + child("1", "null", R"("end":null,"fate":"root")"))),
              HasSubstr("the first process"));
  EXPECT_THAT(complaint_about(report_of(root + one + one)), HasSubstr("two processes have the id '1'"));
  EXPECT_THAT(complaint_about(report_of(root + child("1.1", R"("1")", unknown) + one)),
              HasSubstr("the parent '1' of '1.1' is not named before it"));
}

TEST(HandedReport, IsMissedWithTheNameOfItsFile) {
  try {
    read_handed_report("/nowhere/7.json");
    FAIL();
  } catch (const CannotJudge& error) {
    EXPECT_THAT(error.what(), HasSubstr("/nowhere/7.json: there is none (No such file"));
    EXPECT_THAT(error.what(), HasSubstr("EXEUNT_REPORT"));
  }
}

wire::RunReport report_of_a_launcher() {
  wire::RunReport report;
  report.level = Level::job;
  report.stopped = Stopped::time_limit;
  report.reaps = ReapsSeen::leftover;
  report.is_complete = false;
  report.events = {{.kind = EventKind::created, .pid = 7},
                   {.kind = EventKind::created, .process = 1, .parent = 0, .pid = 8},
                   {.kind = EventKind::exited, .process = 1, .end = Exited{3}},
                   {.kind = EventKind::exited, .end = Killed{SIGTERM}}};
  return report;
}

TEST(HandedReport, OfTheLauncherAreItsEvents) {
  const HandedReport report = parse_handed_report(wire::encode(report_of_a_launcher()));
  EXPECT_EQ(report.stopped, Stopped::time_limit);
  EXPECT_FALSE(report.is_complete);
  ASSERT_EQ(report.processes.size(), 2U);
  EXPECT_EQ(report.processes[0].end, Ending(Killed{SIGTERM}));
  EXPECT_EQ(report.processes[1].id, "1");
  EXPECT_EQ(report.processes[1].end, Ending(Exited{3}));
  EXPECT_EQ(report.processes[1].fate, Fate::reaped) << "for nobody got it who adopts";
}

TEST(HandedReport, OfTheLauncherThatAreTornOrOfNobodyAreErrors) {
  const std::string whole = wire::encode(report_of_a_launcher());
  EXPECT_THAT(complaint_about(whole.substr(0, whole.size() - 1)), HasSubstr("it is torn"));
  wire::RunReport of_nobody = report_of_a_launcher();
  of_nobody.events.clear();
  EXPECT_NE(complaint_about(wire::encode(of_nobody)), "");
}

}  // namespace
}  // namespace harness
