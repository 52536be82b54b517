#include "grade/feedback.hpp"

#include <gmock/gmock.h>

#include <cerrno>

#include "match/compare.hpp"
#include "match/judge.hpp"

namespace harness {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view golden_text =
    "-- stdout --\nchild [[pid 1]]\nthe answer is 42\n-- processes --\nprogram            exit 0\n"
    "  child            exit 7      reaped\n";

Process process(std::string id, Fate fate, Ending end) {
  Process one;
  one.id = std::move(id);
  if (one.id != "program") one.parent = "program";
  one.fate = fate;
  one.end = end;
  one.pid = one.id == "program" ? 2 : 3;
  return one;
}

class Words : public testing::Test {
 protected:
  Words() : golden_(parse_golden(golden_text, "secret/place.golden")) {
    seen_.level = Level::trace;
    seen_.out = "child 3\nthe answer is 42\n";
    seen_.processes = {process("program", Fate::root, Exited{0}), process("1", Fate::reaped, Exited{7})};
  }
  CaseResult judged() {
    CaseResult result;
    result.seen = seen_;
    result.comparison = compare(seen_, golden_, {});
    result.judgement = judge(seen_, result.comparison);
    return result;
  }
  std::string words(Feedback most = Feedback::words) { return feedback_words(judged(), golden_, most); }
  std::string evidence(Feedback most) { return feedback_evidence(judged(), golden_, most); }

  Golden golden_;
  Observation seen_;
};

TEST_F(Words, APassIsRight) {
  EXPECT_THAT(words(), HasSubstr("Right"));
  EXPECT_EQ(evidence(Feedback::full), "");
}

TEST_F(Words, RightLinesAndAZombie) {
  seen_.processes[1].fate = Fate::zombie;
  EXPECT_EQ(words(),
            "Your program printed the right lines, but nobody waited for the child: it was left a zombie.");
}

TEST_F(Words, RightLinesAndNoProcess) {
  golden_ =
      parse_golden("-- stdout --\nhi\n-- processes --\nprogram  exit 0\n  child  exit 0  reaped\n", "g");
  seen_.out = "hi\n";
  seen_.processes.pop_back();
  EXPECT_EQ(words(), "Your program printed the right lines, but it started no process at all.");
}

TEST_F(Words, RightLinesAndAnotherExit) {
  seen_.processes[0].end = Exited{3};
  EXPECT_THAT(words(), HasSubstr("right lines, but it ended with exit 3, which is not right"));
  seen_.processes[0].end = Killed{11};
  EXPECT_THAT(words(), HasSubstr("was ended by signal SIGSEGV"));
}

TEST_F(Words, ALeftProcess) {
  seen_.processes[1].fate = Fate::leaked;
  EXPECT_THAT(words(), HasSubstr("still running when all should have been over"));
}

TEST_F(Words, WhatIsExpectedIsToldByFullFeedbackAlone) {
  seen_.out = "child 3\nthe answer is 41\n";
  for (const Feedback most : {Feedback::verdict, Feedback::words, Feedback::seen})
    EXPECT_THAT(words(most) + evidence(most), Not(HasSubstr("42")));
  EXPECT_EQ(evidence(Feedback::words), "");
  EXPECT_THAT(evidence(Feedback::seen), HasSubstr("the answer is 41"));
  EXPECT_THAT(evidence(Feedback::full),
              AllOf(HasSubstr("- the answer is 42"), HasSubstr("+ the answer is 41"),
                    HasSubstr("child            exit 7      reaped")));
}

TEST_F(Words, NeverTellWhereTheGoldenLies) {
  seen_.out = "";
  seen_.processes.pop_back();
  EXPECT_THAT(words(Feedback::full) + evidence(Feedback::full), Not(HasSubstr("secret/place")));
}

TEST_F(Words, ATerminalObeysNothingOfThem) {
  seen_.out = "\x1b[2Jchild 3\n\xff\n";
  seen_.err = "\x1b]52;c;x\x07\n";
  const std::string all = words(Feedback::full) + evidence(Feedback::full);
  EXPECT_EQ(all.find('\x1b'), std::string::npos);
  EXPECT_EQ(all.find('\x07'), std::string::npos);
  EXPECT_EQ(all.find('\xff'), std::string::npos);
}

TEST_F(Words, ALimitIsToldFirst) {
  seen_.stopped = Stopped::time_limit;
  seen_.limit_ms = 5000;
  seen_.out = "";
  EXPECT_THAT(words(), HasSubstr("Your program did not end within 5 s"));
}

TEST(Building, TellsWhatTheCompilerSaid) {
  Observation seen;
  seen.processes = {process("program", Fate::root, Exited{1})};
  seen.err = "./a.c:3:1: error: expected ';'\n";
  EXPECT_EQ(build_judgement(seen, "a").code, ReasonCode::build_error);
  EXPECT_THAT(build_log(seen), HasSubstr("./a.c:3:1: error"));
  seen.stopped = Stopped::time_limit;
  EXPECT_EQ(build_judgement(seen, "a").code, ReasonCode::build_timeout);
  seen.stopped = Stopped::memory_limit;
  EXPECT_EQ(build_judgement(seen, "a").code, ReasonCode::build_error);
  EXPECT_THAT(build_judgement(seen, "a").reason, HasSubstr("needs more memory than it may"));
  seen.stopped = Stopped::by_itself;
  seen.processes[0].end = Exited{0};
  EXPECT_EQ(build_judgement(seen, "a").verdict, Verdict::pass);
}

TEST(Building, NamesWhatIsMissingOnTheHost) {
  Observation seen;
  seen.start_failure = {"make", ENOENT};
  EXPECT_EQ(build_judgement(seen, "a").verdict, Verdict::broken);
  EXPECT_THAT(build_judgement(seen, "a").reason, HasSubstr("make: No such file or directory"));
}

}  // namespace
}  // namespace harness
