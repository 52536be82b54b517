#include "pipeline/repetitions.hpp"

#include <gmock/gmock.h>

namespace harness {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Keeps the judgements that it hears of.
class Heard : public RunListener {
 public:
  void finished(const CaseResult& result) override { judgements.push_back(result.judgement); }
  std::vector<Judgement> judgements;
};

const Judgement passed{};
const Judgement failed{Verdict::fail, ReasonCode::wrong_output, "stdout is empty"};
const Judgement timed_out{Verdict::timeout, ReasonCode::timeout, "too long"};
const Judgement broken{Verdict::broken, std::nullopt, "no memory"};

class RepetitionsTest : public testing::Test {
 protected:
  void finish(Repetitions& repetitions, const Judgement& judgement, StdioMode stdio = StdioMode::pipe) {
    CaseResult result;
    result.judged.scenario = &scenario_;
    result.judged.conditions.stdio = stdio;
    result.judgement = judgement;
    repetitions.finished(result);
  }
  const Scenario scenario_{.name = "join/x"};
  Heard heard_;
};

TEST_F(RepetitionsTest, WhatDiffersIsFlakyAndTellsTheOutcomes) {
  Repetitions repetitions(heard_, 4);
  for (const Judgement& judgement : {passed, failed, timed_out, passed})
    finish(repetitions, judgement);
  const std::string counts = "of 4 runs 2 × pass, 1 × fail (wrong-output), 1 × timeout; here: ";
  EXPECT_THAT(heard_.judgements,
              ElementsAre(passed, passed,
                          Judgement{Verdict::flaky, ReasonCode::wrong_output, counts + "stdout is empty"},
                          Judgement{Verdict::flaky, ReasonCode::timeout, counts + "too long"}));
}

TEST_F(RepetitionsTest, WhatNeverPassesIsAFailure) {
  Repetitions repetitions(heard_, 2);
  finish(repetitions, failed);
  EXPECT_THAT(heard_.judgements, IsEmpty());
  finish(repetitions, failed);
  EXPECT_THAT(heard_.judgements, ElementsAre(failed, failed));
}

TEST_F(RepetitionsTest, VariantsAreJudgedApart) {
  Repetitions repetitions(heard_, 2);
  finish(repetitions, passed, StdioMode::pipe);
  finish(repetitions, failed, StdioMode::tty);
  repetitions.settle();
  EXPECT_THAT(heard_.judgements, ElementsAre(passed, failed));
}

TEST_F(RepetitionsTest, WhatTheHostBrokeStaysBroken) {
  Repetitions repetitions(heard_, 2);
  finish(repetitions, passed);
  finish(repetitions, broken);
  EXPECT_THAT(heard_.judgements, ElementsAre(passed, broken));
  EXPECT_TRUE(repetitions.something_went_wrong());
}

TEST_F(RepetitionsTest, OneRunIsPassedOnAtOnce) {
  Repetitions repetitions(heard_, 1);
  finish(repetitions, failed);
  EXPECT_THAT(heard_.judgements, ElementsAre(failed));
}

}  // namespace
}  // namespace harness
