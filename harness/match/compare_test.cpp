#include "match/compare.hpp"

#include "match/samples_test.hpp"

namespace harness {
namespace {

using samples::golden;
using samples::observed;
using samples::reasons;
using samples::repeated;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> of_text(const std::string& expected, const std::string& out) {
  return reasons(observed(out), "-- stdout --\n" + expected);
}

TEST(Compare, EqualIsEqual) {
  const Comparison found =
      compare(observed("a\nb\n"), golden("-- stdout --\na\nb\n-- processes --\nprogram  exit 0\n"), {});
  EXPECT_EQ(found, Comparison{});
}

TEST(Compare, StreamsWithoutSectionMustBeEmpty) {
  Observation seen = observed("");
  seen.err = "warning\n";
  EXPECT_THAT(reasons(seen, "-- stdout --\n"), ElementsAre("stderr should be empty, saw \"warning\""));
  EXPECT_THAT(reasons(observed("x"), "-- stderr --\n"), ElementsAre("stdout should be empty, saw \"x\""));
  EXPECT_THAT(reasons(observed("x"), "-- stdout --\n"), ElementsAre("stdout should be empty, saw \"x\""));
}

TEST(Compare, BothStreamsAreCompared) {
  Observation seen = observed("a\n");
  seen.err = "b\n";
  EXPECT_THAT(reasons(seen, "-- stdout --\na\n-- stderr --\nb\n"), IsEmpty());
  EXPECT_THAT(
      reasons(seen, "-- stdout --\nx\n-- stderr --\ny\n"),
      ElementsAre("stdout line 1: expected \"x\", saw \"a\"", "stderr line 1: expected \"y\", saw \"b\""));
}

TEST(Compare, ATerminalsLineEndsAreUndone) {
  Conditions tty;
  tty.stdio = StdioMode::tty;
  EXPECT_THAT(reasons(observed("a\r\nb\r\n"), "-- stdout --\na\nb\n", tty), IsEmpty());
  EXPECT_THAT(reasons(observed("a\r\n"), "-- stdout --\na\n"),
              ElementsAre("stdout line 1: expected \"a\", saw \"a\\r\""));
  EXPECT_THAT(reasons(observed("a\r\r\n"), "-- stdout --\na\n", tty), ElementsAre(HasSubstr("saw \"a\\r\"")));
}

TEST(Compare, BindingsAreSharedByBothStreams) {
  Observation seen = observed("pid 7\n");
  seen.err = "7 failed\n";
  const char* text = "-- stdout --\npid [[p:[0-9]+]]\n-- stderr --\n[[p]] failed\n";
  EXPECT_THAT(reasons(seen, text), IsEmpty());
  seen.err = "8 failed\n";
  EXPECT_THAT(reasons(seen, text),
              ElementsAre("stderr line 1: expected \"[[p]] failed\" (here \"7 failed\"), saw \"8 failed\""));
}

TEST(Compare, AWrongStdoutDoesNotMakeStderrWrong) {
  Observation seen = observed("no pid\n");
  seen.err = "7 failed\n";
  EXPECT_THAT(reasons(seen, "-- stdout --\npid [[p:[0-9]+]]\n-- stderr --\n[[p]] failed\n").size(), 1U);
}

TEST(Compare, LinesOfABlockComeInAnyOrder) {
  const std::string text = "a\n{{any order}}\nb\nc\nc\n{{end}}\nd\n";
  EXPECT_THAT(of_text(text, "a\nc\nb\nc\nd\n"), IsEmpty());
  EXPECT_THAT(of_text(text, "a\nb\nb\nc\nd\n"), testing::Not(IsEmpty()));
  EXPECT_THAT(of_text(text, "b\na\nc\nc\nd\n"), testing::Not(IsEmpty()));
}

TEST(Compare, PatternsOfABlockMayOverlap) {
  const std::string text = "{{any order}}\n{{.*}}\n{{a.*}}\n{{ab.*}}\nabc\n{{end}}\n";
  EXPECT_THAT(of_text(text, "abc\nabd\nax\nz\n"), IsEmpty());
  EXPECT_THAT(of_text(text, "z\nax\nabd\nabc\n"), IsEmpty());
  EXPECT_THAT(of_text(text, "z\nax\nay\nabc\n"), testing::Not(IsEmpty()));
}

TEST(Compare, NamesBoundInABlockFitTheirLaterUses) {
  const std::string text =
      "{{any order}}\n[[a:[0-9]+]] started\n[[b:[0-9]+]] started\n{{end}}\n[[a]] ended with 0\n[[b]] ended "
      "with 1\n";
  EXPECT_THAT(of_text(text, "7 started\n8 started\n7 ended with 0\n8 ended with 1\n"), IsEmpty());
  EXPECT_THAT(of_text(text, "7 started\n8 started\n8 ended with 0\n7 ended with 1\n"), IsEmpty());
  EXPECT_THAT(of_text(text, "7 started\n8 started\n8 ended with 0\n8 ended with 1\n"),
              testing::Not(IsEmpty()));
  EXPECT_THAT(of_text(text, "7 started\n8 started\n8 ended with 0\n9 ended with 1\n"),
              testing::Not(IsEmpty()));
}

TEST(Compare, NamesBoundInABlockFitUsesInTheSameAndInOtherBlocks) {
  const std::string text =
      "{{any order}}\n[[a:[0-9]+]] started\n[[b:[0-9]+]] started\n[[a]] ready\n{{end}}\n"
      "{{any order}}\n[[a]] ended\n[[b]] failed\n{{end}}\n";
  EXPECT_THAT(of_text(text, "7 started\n8 started\n8 ready\n7 failed\n8 ended\n"), IsEmpty());
  EXPECT_THAT(of_text(text, "7 started\n8 started\n8 ready\n8 failed\n7 ended\n"), testing::Not(IsEmpty()));
}

TEST(Compare, NamesBoundInABlockOfStdoutFitStderr) {
  Observation seen = observed("7 started\n8 started\n");
  seen.err = "8 failed\n";
  EXPECT_THAT(reasons(seen,
                      "-- stdout --\n{{any order}}\n[[a:.]] started\n[[b:.]] started\n{{end}}\n-- stderr "
                      "--\n[[a]] failed\n"),
              IsEmpty());
}

TEST(Compare, ManyNamesInABlockAreDecided) {
  std::string text = "{{any order}}\n";
  std::string out;
  std::string ends;
  std::string ended;
  for (int i = 0; i < 12; ++i) {
    text += "[[n" + std::to_string(i) + ":[0-9]+]] started\n";
    out += std::to_string(100 + i) + " started\n";
    ends += "[[n" + std::to_string(i) + "]] ended with " + std::to_string(i) + "\n";
    ended += std::to_string(111 - i) + " ended with " + std::to_string(i) + "\n";
  }
  EXPECT_THAT(of_text(text + "{{end}}\n" + ends, out + ended), IsEmpty());
}

// Twelve names, of which the last three can be told to be impossible only together.
std::pair<std::string, std::string> ambiguous() {
  std::string text = "{{any order}}\n";
  std::string out;
  std::string pairs = ",";
  for (int i = 0; i < 12; ++i) {
    text += "[[n" + std::to_string(i) + ":[0-9]+]] started\n";
    out += std::to_string(100 + i) + " started\n";
    for (int j = 0; j < 12; ++j) {
      if ((i + j) % 2 == 1) pairs += std::to_string(100 + i) + " " + std::to_string(100 + j) + ",";
    }
  }
  text += "{{end}}\n";
  for (const char* names : {"[[n9]] [[n10]]", "[[n10]] [[n11]]", "[[n11]] [[n9]]"}) {
    text += "{{.*}}," + std::string(names) + ",{{.*}}\n";
    out += pairs + "\n";
  }
  return {text, out};
}

TEST(Compare, TooManyWaysIsTheGoldensFault) {
  const auto [text, out] = ambiguous();
  const Comparison found = compare(observed(out), golden("-- stdout --\n" + text), {});
  ASSERT_EQ(found.differences.size(), 1U);
  EXPECT_EQ(found.differences[0].code, ReasonCode::bad_golden);
  EXPECT_EQ(found.differences[0].line, 2);
  EXPECT_EQ(judge(observed(""), found).verdict, Verdict::broken);
}

TEST(Compare, WhatIsWrongForAnyNameNeedsNoSearch) {
  const auto [text, out] = ambiguous();
  EXPECT_THAT(of_text(text + "right\n", out + "wrong\n"),
              ElementsAre("stdout line 16: expected \"right\", saw \"wrong\""));
}

TEST(Compare, PrintedPidsAreThoseOfTheProcesses) {
  Observation seen = observed("42\n", {"program exit 0 root", "1 exit 0 reaped"});
  samples::find(seen, "1").pid = 42;
  const char* text = "-- stdout --\n[[pid 1]]\n";
  EXPECT_THAT(reasons(seen, text), IsEmpty());
  EXPECT_THAT(compare(seen, golden(text), {}).not_checked, IsEmpty());
  samples::find(seen, "1").pid = 43;
  EXPECT_THAT(reasons(seen, text),
              ElementsAre("stdout line 1: expected \"[[pid 1]]\" (here \"43\"), saw \"42\""));
}

TEST(Compare, APidThatWasNotSeenIsAnyIntegerAndNotChecked) {
  Observation seen = observed("42\n", {"program exit 0 root"}, Level::adopt);
  Comparison found = compare(seen, golden("-- stdout --\n[[pid 1]]\n"), {});
  EXPECT_THAT(found.differences, IsEmpty());
  EXPECT_THAT(found.not_checked, ElementsAre("stdout: the pid of process 1"));
  seen.out = "None\n";
  EXPECT_THAT(reasons(seen, "-- stdout --\n[[pid 1]]\n").size(), 1U);
  seen.out = "107\n";
  found = compare(seen, golden("-- stdout --\n[[pid program]]\n"), {});
  EXPECT_EQ(found, Comparison{});
}

TEST(Compare, ThePidOfAHelperIsNobodys) {
  Observation seen = observed("42\n", {"program exit 0 root", "1 exit 0 reaped"});
  samples::find(seen, "1").pid = 42;
  samples::find(seen, "1").helper = true;
  EXPECT_THAT(reasons(seen, "-- stdout --\n[[pid 1]]\n"), ElementsAre(HasSubstr("there was no process 1")));
}

TEST(Compare, TextAboutProcessesThatNeverWereIsMadeUp) {
  const Golden expected =
      golden("-- stdout --\nchild [[pid 1]]\n-- processes --\nprogram  exit 0\n  child  exit 7  reaped\n");
  Observation seen = observed("child 4711\n", {"program exit 0 root"});
  EXPECT_EQ(compare(seen, expected, {}).differences.front().code, ReasonCode::wrong_tree);
  seen.out = "child?\n";
  EXPECT_EQ(compare(seen, expected, {}).differences.front().code, ReasonCode::wrong_output);
}

TEST(Compare, DifferencesStandInTheOrderThatDecides) {
  Observation seen = observed("x\n", {"program exit 1 root", "1 exit 0 reaped", "2 ? leaked"});
  const Comparison found = compare(
      seen, golden("-- stdout --\na\n-- processes --\nprogram  exit 0\n  child  exit 1  reaped\n"), {});
  std::vector<ReasonCode> codes;
  for (const Difference& difference : found.differences)
    codes.push_back(difference.code);
  EXPECT_THAT(codes, ElementsAre(ReasonCode::leaked_process, ReasonCode::wrong_exit, ReasonCode::wrong_output,
                                 ReasonCode::wrong_tree));
}

TEST(Compare, WhatCouldNotBeStartedIsNotCompared) {
  Observation seen = observed("x\n");
  seen.start_failure = StartFailure{"exec", 2};
  EXPECT_EQ(compare(seen, golden("-- stdout --\n"), {}), Comparison{});
}

TEST(Compare, BinaryOutputIsComparedByteByByte) {
  const std::string binary("\0\xff\n\x80", 4);
  EXPECT_THAT(of_text("{{\\x00\\xff}}\n{{\\x80}}{{no newline}}\n", binary), IsEmpty());
  EXPECT_THAT(of_text("{{\\x00\\xfe}}\n{{\\x80}}{{no newline}}\n", binary), testing::Not(IsEmpty()));
}

}  // namespace
}  // namespace harness
