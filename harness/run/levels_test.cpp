#include "run/levels.hpp"

#include <gmock/gmock.h>

#include "support/errors.hpp"

namespace harness {
namespace {

const wire::Greeting everything;
const wire::Greeting no_trace{.trace_refused = "PTRACE_SEIZE: Operation not permitted",
                              .passive_refused = {}};
const wire::Greeting nothing{.trace_refused = "no ptrace", .passive_refused = "no seccomp"};

TEST(Levels, TheBestThatWorks) {
  EXPECT_EQ(LevelChoice(everything, {}).usual().level, Level::trace);
  EXPECT_EQ(LevelChoice(no_trace, {}).usual().level, Level::passive);
  EXPECT_EQ(LevelChoice(no_trace, {}).usual().reason, "PTRACE_SEIZE: Operation not permitted");
  EXPECT_EQ(LevelChoice(nothing, {}).usual().level, Level::adopt);
}

TEST(Levels, WhatCannotBeTracedIsFollowedPassively) {
  EXPECT_EQ(LevelChoice(everything, {}).for_program(true).level, Level::passive);
  EXPECT_EQ(LevelChoice(everything, {}).for_program(false).level, Level::trace);
  wire::Greeting old_kernel;
  old_kernel.passive_refused = "old";
  EXPECT_EQ(LevelChoice(old_kernel, {}).for_program(true).level, Level::adopt);
}

TEST(Levels, WhatIsAskedForIsObeyedOrRefused) {
  EXPECT_EQ(LevelChoice(everything, Level::adopt).for_program(true).level, Level::adopt);
  EXPECT_EQ(LevelChoice(everything, Level::trace).for_program(true).level, Level::trace);
  EXPECT_EQ(LevelChoice(nothing, Level::job).for_program(true).level, Level::job);
  EXPECT_THROW(LevelChoice(no_trace, Level::trace), CannotJudge);
  EXPECT_THROW(LevelChoice(nothing, Level::passive), CannotJudge);
}

}  // namespace
}  // namespace harness
