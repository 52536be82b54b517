#include "record/json_lines.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "record/json_lines.hpp"
#include "record/test_results.hpp"
#include "support/errors.hpp"

namespace harness {
namespace {

std::vector<Event> events_of_every_kind() {
  std::vector<Event> events(9);
  for (std::size_t i = 0; i < events.size(); ++i) {
    events[i].kind = static_cast<EventKind>(i);
    events[i].t_us = static_cast<std::int64_t>(i) * 1'234'567;
    events[i].process = static_cast<int>(i);
  }
  events[0].parent = 3;
  events[0].pid = 99;
  events[1].argv = {"/bin/sh", "\xff"};
  events[2].end = Killed{11, true};
  events[2].cpu_us = 1500;
  events[2].peak_kb = 4096;
  events[3].by = ReapedBy::adopter;
  events[5].signal = 19;
  events[7].stream = Stream::err;
  events[7].offset = 5;
  events[7].length = 7;
  return events;
}

CaseResult rich(const Case& c) {
  CaseResult result = hostile(c);
  result.judged.repetition = 3;
  result.judged.argv.push_back("\xfe");
  result.seen.stopped = Stopped::interrupted;
  result.seen.start_failure = StartFailure{"exec", 2};
  result.seen.events = events_of_every_kind();
  result.seen.processes[1].end = Killed{6, true};
  result.seen.processes[1].cpu_ms = 0.1;
  result.seen.processes[1].peak_kb = 12345;
  result.seen.processes[1].margin_ms = 1.0 / 3;
  result.seen.processes.push_back({.id = "2", .end = Exited{3221225477}, .outlived_creator = false});
  return result;
}

struct Written {
  TestRun run;
  std::string text;

  Written() {
    run.plan("exit/a", StartMethod::fork, StdioMode::tty);
    run.plan("exit/a", StartMethod::spawn, StdioMode::file, "cpython");
    run.plan("join/b", std::nullopt, StdioMode::pipe, "my\xff");
    std::ostringstream out;
    Platform platform{"linux", "", "6.1", "x86_64", "", "GNU", "", 2};
    platform.marks = {"docker"};
    platform.environment["TZ"] = "UTC";
    JsonLines lines(out, platform, "0.1.0", "2030-01-02T03:04:05Z", {"12ab", true, "x86_64, static"});
    run.play(lines, [](const Case& c) {
      return c.conditions.start_method == StartMethod::fork ? passed(c) : rich(c);
    });
    text = out.str();
  }
};

RecordedResults read(const std::string& text) {
  std::istringstream in(text);
  return read_results(in, "results.jsonl");
}

TEST(ReadResults, WritesTheSameBytesAgain) {
  const Written written;
  const RecordedResults recorded = read(written.text);
  std::ostringstream out;
  JsonLines lines(out, recorded.platform, recorded.exeunt, recorded.started, recorded.suite);
  std::vector<Case> cases;
  for (const CaseResult& result : recorded.results)
    cases.push_back(result.judged);
  lines.started({&cases, recorded.level, recorded.level_reason, recorded.jobs});
  for (const CaseResult& result : recorded.results)
    lines.finished(result);
  EXPECT_EQ(out.str(), written.text);
}

TEST(ReadResults, GivesBackWhatWasSeen) {
  const Written written;
  const RecordedResults recorded = read(written.text);
  ASSERT_EQ(recorded.results.size(), 3U);
  EXPECT_EQ(recorded.scenarios.size(), 2U);
  const CaseResult original = rich(written.run.cases()[2]);
  const CaseResult& result = recorded.results[2];
  EXPECT_EQ(result.judged.scenario->name, "join/b");
  EXPECT_EQ(result.judged.conditions.implementation, "my\xff");
  EXPECT_EQ(result.judged.argv, original.judged.argv);
  EXPECT_EQ(result.seen.out, original.seen.out);
  EXPECT_EQ(result.seen.processes, original.seen.processes);
  EXPECT_EQ(result.seen.events, original.seen.events);
  EXPECT_EQ(result.seen.stopped, original.seen.stopped);
  EXPECT_EQ(result.seen.start_failure, original.seen.start_failure);
}

TEST(ReadResults, LeavesOutALineThatWasCutShort) {
  const Written written;
  const RecordedResults recorded = read(written.text.substr(0, written.text.size() - 10));
  EXPECT_EQ(recorded.results.size(), 2U);
  EXPECT_EQ(recorded.cases, 3U);
}

void expect_refused(const std::string& text, const std::string& message) {
  try {
    read(text);
    FAIL() << "accepted: " << text;
  } catch (const CannotJudge& error) {
    EXPECT_EQ(error.what(), message);
  }
}

TEST(ReadResults, RefusesWhatIsNone) {
  expect_refused("", "results.jsonl: empty, where a JSON report was expected");
  expect_refused("hello\n", "results.jsonl:1: not a line of a JSON report");
  expect_refused("{\"format\":2}\n", "results.jsonl:1: format 2, this program reads format 1");
  std::string text = Written().text;
  text.replace(text.find("\"pass\""), 6, "\"past\"");
  expect_refused(text, "results.jsonl:2: unknown word 'past'");
}

}  // namespace
}  // namespace harness
