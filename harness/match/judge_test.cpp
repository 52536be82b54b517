#include "match/judge.hpp"

#include <cerrno>

#include "match/samples_test.hpp"

namespace harness {
namespace {

using samples::observed;
using testing::HasSubstr;

Comparison different(std::size_t times, ReasonCode code = ReasonCode::wrong_output) {
  Comparison comparison;
  for (std::size_t i = 0; i < times; ++i) {
    Difference difference;
    difference.code = code;
    difference.reason = "reason " + std::to_string(i + 1);
    comparison.differences.push_back(difference);
  }
  return comparison;
}

TEST(Judge, NothingDifferentPasses) {
  EXPECT_EQ(judge(observed(""), {}), Judgement{});
}

TEST(Judge, NotesDoNotFail) {
  Comparison comparison;
  comparison.not_checked = {"child: how it ended"};
  comparison.close_races = {"child was orphaned by a margin of 1 ms"};
  EXPECT_EQ(judge(observed(""), comparison), Judgement{});
}

TEST(Judge, TheFirstDifferenceDecides) {
  EXPECT_EQ(judge(observed(""), different(1)),
            (Judgement{Verdict::fail, ReasonCode::wrong_output, "reason 1"}));
  EXPECT_EQ(judge(observed(""), different(3, ReasonCode::wrong_exit)),
            (Judgement{Verdict::fail, ReasonCode::wrong_exit, "reason 1 (and 2 more)"}));
  EXPECT_EQ(judge(observed(""), different(1, ReasonCode::bad_golden)).verdict, Verdict::broken);
}

TEST(Judge, WhatCannotStartFails) {
  Observation seen = observed("");
  seen.start_failure = StartFailure{"exec", ENOENT};
  seen.stopped = Stopped::time_limit;
  EXPECT_EQ(judge(seen, {}), (Judgement{Verdict::fail, ReasonCode::cannot_start,
                                        "cannot start: exec: No such file or directory"}));
}

TEST(Judge, ATimeoutNamesWhatWasStillRunning) {
  Observation seen = observed("", {"program exit 0 root", "1 signal SIGTERM reaped",
                                   "1.2 signal SIGKILL orphaned", "3 signal SIGKILL reaped"});
  seen.stopped = Stopped::time_limit;
  samples::find(seen, "1").end_ms = 20;
  samples::find(seen, "1.2").end_ms = 5003;
  samples::find(seen, "3").end_ms = 3000;
  EXPECT_EQ(judge(seen, different(4)), (Judgement{Verdict::timeout, ReasonCode::timeout,
                                                  "did not end within 5 s: child 1.2 was still running"}));
  samples::executes(seen, "1.2", {"/bin/sleep", "100"});
  samples::find(seen, "program").end.reset();
  EXPECT_EQ(judge(seen, {}).reason,
            "did not end within 5 s: the program and child 1.2 (sleep) were still running");
  seen.limit_ms = 500;
  EXPECT_THAT(judge(seen, {}).reason, HasSubstr("did not end within 500 ms"));
}

TEST(Judge, ATimeoutNamesAFewOnly) {
  Observation seen = observed("", {"program ? root", "1 ? leaked", "2 ? leaked", "3 ? leaked", "4 ? leaked"});
  seen.stopped = Stopped::time_limit;
  EXPECT_EQ(judge(seen, {}).reason,
            "did not end within 5 s: the program, child 1, child 2 and 2 more were still running");
}

TEST(Judge, ATimeoutNamesWhoHeldTheOutput) {
  Observation seen = observed("");
  seen.stopped = Stopped::time_limit;
  seen.output_holders = {"42 sleep"};
  EXPECT_EQ(judge(seen, {}).reason, "did not end within 5 s: 42 sleep still held the output open");
  seen.output_holders.clear();
  EXPECT_EQ(judge(seen, {}).reason, "did not end within 5 s");
}

TEST(Judge, TooMuchOutputFails) {
  Observation seen = observed(std::string(2'000'000, 'x'));
  seen.stopped = Stopped::output_limit;
  EXPECT_EQ(judge(seen, different(1)), (Judgement{Verdict::fail, ReasonCode::output_limit,
                                                  "wrote more than it may: stopped after 2,000,000 bytes"}));
}

TEST(Judge, AnInterruptedRunIsBrokenWhateverItDidBefore) {
  Observation seen = observed("");
  seen.stopped = Stopped::interrupted;
  EXPECT_EQ(judge(seen, different(1)), (Judgement{Verdict::broken, std::nullopt, "the run was interrupted"}));
}

}  // namespace
}  // namespace harness
