#include "pipeline/cases.hpp"

#include <gmock/gmock.h>

namespace harness {
namespace {

using testing::SizeIs;

class CasesTest : public testing::Test {
 protected:
  std::vector<PlannedCase> planned(const RunRequest& request) {
    return plan_cases(request, {&scenario_, 1}, {&implementation_, 1});
  }

  Scenario scenario_{
      .name = "exit/x", .start_methods = {StartMethod::fork, StartMethod::spawn}, .program = "x.cpp"};
  Implementation implementation_{.name = "folder", .version_text = "2.1", .folder = "/nonexistent"};
};

TEST_F(CasesTest, EveryVariantIsACase) {
  EXPECT_THAT(planned({}), SizeIs(2 * 2));
}

TEST_F(CasesTest, EachRepetitionIsShakenByTheNextSeed) {
  RunRequest request;
  EXPECT_EQ(repeated(planned(request).front(), 3).planned.repetition, 3);
  EXPECT_EQ(repeated(planned(request).front(), 3).planned.shake, 0);
  request.settings.shake = 7;
  EXPECT_EQ(planned(request).front().planned.shake, 7);
  EXPECT_EQ(repeated(planned(request).front(), 3).planned.shake, 9);
}

TEST_F(CasesTest, OnlyTheStartMethodsAskedFor) {
  RunRequest request;
  request.start_methods = {StartMethod::spawn};
  const auto cases = planned(request);
  ASSERT_THAT(cases, SizeIs(2));
  EXPECT_EQ(cases[0].planned.conditions.start_method, StartMethod::spawn);
  EXPECT_EQ(cases[0].planned.conditions.version, parse_version("2.1"));
}

TEST_F(CasesTest, NoneOfThemIsASkipThatSaysSo) {
  RunRequest request;
  request.start_methods = {StartMethod::forkserver};
  request.stdio = {StdioMode::pipe};
  const auto cases = planned(request);
  ASSERT_THAT(cases, SizeIs(1));
  EXPECT_EQ(cases[0].planned.skip_reason, "it does not run under the start methods asked for");
}

TEST_F(CasesTest, WithoutProcessesOnce) {
  scenario_.start_methods.clear();
  RunRequest request;
  request.stdio = {StdioMode::pipe};
  request.start_methods = {StartMethod::spawn};
  const auto cases = planned(request);
  ASSERT_THAT(cases, SizeIs(1));
  EXPECT_EQ(cases[0].planned.conditions.start_method, std::nullopt);
  EXPECT_EQ(cases[0].planned.skip_reason, "");
}

TEST_F(CasesTest, AnotherPlatformIsASkip) {
  scenario_.platforms = {"windows"};
  EXPECT_EQ(planned({}).front().planned.skip_reason, "it has no meaning on linux");
}

TEST_F(CasesTest, AMissingProgramIsSaid) {
  const auto cases = planned({});
  EXPECT_EQ(cases.front().missing, "/nonexistent/exit/x: no such program");
  EXPECT_TRUE(cases.front().planned.argv.empty());
}

TEST_F(CasesTest, WithoutATwinCpythonSkips) {
  implementation_.name = "cpython";
  implementation_.twins = true;
  EXPECT_EQ(planned({}).front().planned.skip_reason, "it has no twin in Python");
}

TEST_F(CasesTest, WhatBlocksStartsFirst) {
  const std::vector<Scenario> scenarios{{.name = "a/quick"}, {.name = "b/slow", .blocking_calls = 2}};
  const auto cases = plan_cases({}, scenarios, {&implementation_, 1});
  EXPECT_EQ(cases.front().planned.scenario->name, "b/slow");
}

TEST_F(CasesTest, APlatformOfSeveralWordsIsEachOfThem) {
  RunRequest request;
  request.platform = "linux-musl";
  scenario_.platforms = {"linux"};
  EXPECT_EQ(planned(request).front().planned.skip_reason, "");
  EXPECT_EQ(planned(request).front().planned.conditions.platform, "linux-musl");
  scenario_.platforms = {"musl"};
  EXPECT_EQ(planned(request).front().planned.skip_reason, "");
  EXPECT_EQ(planned({}).front().planned.skip_reason, "it has no meaning on linux");
}

}  // namespace
}  // namespace harness
