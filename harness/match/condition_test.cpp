#include "match/condition.hpp"

#include <gmock/gmock.h>

#include "support/errors.hpp"

namespace harness {
namespace {

using testing::HasSubstr;

Conditions under(std::string implementation, std::optional<Version> version = {},
                 std::optional<StartMethod> method = StartMethod::fork, StdioMode stdio = StdioMode::pipe,
                 std::string platform = "linux") {
  const bool is_cpython = implementation == "cpython";
  return {std::move(implementation), version, is_cpython ? version : std::nullopt, method, stdio,
          std::move(platform)};
}

bool holds(std::string_view text, const Conditions& conditions) {
  return Condition::parse(text).holds(conditions);
}

std::string complaint(std::string_view text) {
  try {
    Condition::parse(text);
    return {};
  } catch (const CannotJudge& error) {
    return error.what();
  }
}

bool reached(std::string_view text, const std::vector<std::string>& earlier) {
  std::vector<Condition> parsed;
  for (const std::string& other : earlier)
    parsed.push_back(Condition::parse(other));
  std::vector<const Condition*> pointers;
  for (const Condition& other : parsed)
    pointers.push_back(&other);
  return reachable(text.empty() ? Condition() : Condition::parse(text), pointers);
}

TEST(Condition, WithoutTextAlwaysHolds) {
  EXPECT_TRUE(Condition().holds(Conditions{}));
}

TEST(Condition, KnowsStartMethodsStdioAndPlatforms) {
  EXPECT_TRUE(holds("fork", under("reference")));
  EXPECT_FALSE(holds("spawn", under("reference")));
  EXPECT_FALSE(holds("fork", under("reference", {}, std::nullopt)));
  EXPECT_TRUE(holds("pipe", under("reference")));
  EXPECT_FALSE(holds("tty", under("reference")));
  EXPECT_TRUE(holds("linux", under("reference")));
  EXPECT_FALSE(holds("windows", under("reference")));
  EXPECT_TRUE(holds("musl", under("reference", {}, {}, StdioMode::pipe, "linux-musl")));
  EXPECT_TRUE(holds("linux", under("reference", {}, {}, StdioMode::pipe, "linux-musl")));
}

TEST(Condition, KnowsWhatIsLacking) {
  Conditions conditions = under("reference");
  EXPECT_FALSE(holds("no subreaper", conditions));
  conditions.lacking = {"clone3", "subreaper"};
  EXPECT_TRUE(holds("no subreaper", conditions));
  EXPECT_TRUE(holds("no subreaper, no clone3", conditions));
  EXPECT_FALSE(holds("no nocldwait", conditions));
  EXPECT_TRUE(holds("fork, cpython|no clone3", conditions));
}

TEST(Condition, CommaIsAndBarIsOr) {
  EXPECT_TRUE(holds("fork, pipe", under("reference")));
  EXPECT_FALSE(holds("fork, tty", under("reference")));
  EXPECT_TRUE(holds("fork|spawn, pipe|tty", under("reference", {}, StartMethod::spawn)));
  EXPECT_FALSE(holds("fork|spawn", under("reference", {}, StartMethod::forkserver)));
  EXPECT_TRUE(holds("cpython<3.9|reference", under("reference")));
}

TEST(Condition, KnowsImplementations) {
  EXPECT_TRUE(holds("reference", under("reference")));
  EXPECT_FALSE(holds("cpython", under("reference")));
  EXPECT_TRUE(holds("implementation=team_7", under("team_7")));
  EXPECT_FALSE(holds("implementation=team_7", under("team_8")));
}

TEST(Condition, KnowsTheTwinsByInterpreterAndModule) {
  EXPECT_TRUE(holds("pypy", under("pypy")));
  EXPECT_FALSE(holds("cpython", under("pypy")));
  EXPECT_TRUE(holds("python:billiard<4.2", under("python:billiard", Version{{4, 1, 0}})));
  EXPECT_FALSE(holds("python:billiard<4.2", under("python:billiard", Version{{4, 2, 1}})));
  EXPECT_FALSE(holds("python:billiard", under("python:multiprocess")));
  EXPECT_FALSE(holds("cpython", under("python:billiard")));
  EXPECT_TRUE(holds("python:torch.multiprocessing", under("python:torch.multiprocessing")));
  for (const char* twins : {"cpython", "pypy", "python:billiard"})
    EXPECT_TRUE(holds("python", under(twins))) << twins;
  EXPECT_FALSE(holds("python", under("reference")));
  EXPECT_FALSE(holds("python", under("folder")));
}

TEST(Condition, TheVersionOfPythonIsThatOfTheLanguage) {
  Conditions pypy = under("pypy", Version{{7, 3, 11}});
  pypy.python_version = Version{{3, 9, 16}};
  EXPECT_TRUE(holds("python>=3.9,<3.10", pypy));
  EXPECT_FALSE(holds("python>=3.10", pypy));
  EXPECT_TRUE(holds("pypy>=7.3", pypy));
  EXPECT_TRUE(holds("python<3.13", under("cpython", Version{{3, 12, 1}})));
}

TEST(Condition, ComparesVersionsByTheNumbersWritten) {
  const auto cpython = [](int major, int minor, int patch) {
    return under("cpython", Version{{major, minor, patch}});
  };
  EXPECT_TRUE(holds("cpython<3.13", cpython(3, 12, 9)));
  EXPECT_FALSE(holds("cpython<3.13", cpython(3, 13, 1)));
  EXPECT_TRUE(holds("cpython>=3.9,<3.13", cpython(3, 9, 0)));
  EXPECT_FALSE(holds("cpython>=3.9,<3.13", cpython(3, 8, 18)));
  EXPECT_FALSE(holds("cpython>=3.9, <3.13", cpython(3, 13, 0)));
  EXPECT_TRUE(holds("cpython<=3.11", cpython(3, 11, 7)));
  EXPECT_FALSE(holds("cpython>3.11", cpython(3, 11, 7)));
  EXPECT_TRUE(holds("cpython==3.11", cpython(3, 11, 7)));
  EXPECT_FALSE(holds("cpython==3.11.2", cpython(3, 11, 7)));
  EXPECT_FALSE(holds("cpython<3.13", under("cpython")));
  EXPECT_FALSE(holds("cpython<3.13", under("reference", Version{{3, 9, 0}})));
}

TEST(Condition, RefusesWhatItDoesNotKnow) {
  EXPECT_THAT(complaint("pyppy"), HasSubstr("unknown condition 'pyppy' (closest: 'pypy')"));
  EXPECT_THAT(complaint("cpythn<3.9"), HasSubstr("(closest: 'cpython')"));
  EXPECT_THAT(complaint("pythn:billiard"), HasSubstr("(closest: 'python')"));
  EXPECT_THAT(complaint("python:"), HasSubstr("python:MODULE"));
  EXPECT_THAT(complaint("python:1st"), HasSubstr("unknown condition 'python:1st'"));
  EXPECT_THAT(complaint("forkk"),
              HasSubstr("unknown condition 'forkk' (closest: 'fork'); conditions are: fork"));
  EXPECT_THAT(complaint("no subreapers"),
              HasSubstr("unknown condition 'no subreapers' (closest: 'no subreaper')"));
  EXPECT_THAT(complaint("subreaper"), HasSubstr("unknown condition 'subreaper'"));
  EXPECT_THAT(complaint("macos"), HasSubstr("unknown condition 'macos'"));
  EXPECT_THAT(complaint("team_7"), HasSubstr("implementation=NAME"));
  EXPECT_THAT(complaint("!fork"), HasSubstr("unknown condition '!fork'"));
  EXPECT_THAT(complaint("fork,"), HasSubstr("an empty condition"));
  EXPECT_THAT(complaint("implementation="), HasSubstr("lacks the name"));
  EXPECT_THAT(complaint("cpython>=x"), HasSubstr("'x' is no version"));
  EXPECT_THAT(complaint("cpython>=3.x"), HasSubstr("'3.x' is no version"));
  EXPECT_THAT(complaint("cpython>=3.1.2.3"), HasSubstr("is no version"));
  EXPECT_THAT(complaint("cpython=3"), HasSubstr("unknown condition 'cpython=3'"));
  EXPECT_THAT(complaint("<3.13"), HasSubstr("goes on with no implementation; write it as cpython<3.13"));
  EXPECT_THAT(complaint("fork,<3.13"), HasSubstr("goes on with no implementation"));
  EXPECT_THAT(complaint("cpython>=3.9,<3.13|reference"), HasSubstr("stands beside a '|'"));
}

TEST(Reachable, NotBehindWhatCoversIt) {
  EXPECT_FALSE(reached("tty", {"tty"}));
  EXPECT_FALSE(reached("tty, fork", {"tty"}));
  EXPECT_TRUE(reached("tty", {"tty, fork"}));
  EXPECT_FALSE(reached("", {"tty", "pipe", "file"}));
  EXPECT_FALSE(reached("tty|pipe", {"pipe", "tty"}));
  EXPECT_FALSE(reached("cpython<3.9", {"cpython<3.13"}));
  EXPECT_TRUE(reached("cpython<3.13", {"cpython<3.9"}));
  EXPECT_FALSE(reached("cpython", {"cpython<3.9", "cpython>=3.9", "cpython"}));
  EXPECT_FALSE(reached("cpython==3.11.2", {"cpython==3.11"}));
  EXPECT_TRUE(reached("cpython==3.11", {"cpython==3.11.2"}));
  EXPECT_TRUE(reached("musl", {"linux"}));
}

TEST(Reachable, TwinsAreMoreThanTheNamedOnes) {
  EXPECT_FALSE(reached("cpython", {"python"}));
  EXPECT_FALSE(reached("python:billiard", {"python"}));
  EXPECT_FALSE(reached("cpython<3.8", {"python<3.9"}));
  EXPECT_TRUE(reached("cpython<3.10", {"python<3.9"}));
  EXPECT_TRUE(reached("python", {"cpython|pypy"}));
  EXPECT_TRUE(reached("python<3.9", {"cpython<3.9"}));
  EXPECT_TRUE(reached("", {"python", "reference"}));
}

TEST(Reachable, StartMethodsLeaveProgramsThatStartNone) {
  EXPECT_TRUE(reached("", {"fork", "spawn", "forkserver"}));
  EXPECT_FALSE(reached("fork|spawn|forkserver", {"fork", "spawn", "forkserver"}));
}

TEST(Reachable, WhatIsLackingIsNeverAll) {
  EXPECT_TRUE(reached("", {"no subreaper", "no clone3"}));
  EXPECT_TRUE(reached("no subreaper, no clone3", {"tty"}));
  EXPECT_FALSE(reached("no subreaper, no clone3", {"no clone3"}));
  EXPECT_TRUE(reached("no subreaper", {"no subreaper, no clone3"}));
}

TEST(Reachable, NotWhatContradictsItself) {
  EXPECT_FALSE(reached("fork, spawn", {}));
  EXPECT_FALSE(reached("tty, pipe", {}));
  EXPECT_FALSE(reached("cpython>=3.13,<3.9", {}));
  EXPECT_TRUE(reached("cpython>=3.9,<3.13", {}));
  EXPECT_TRUE(reached("cpython>3.9,<3.11", {}));
  EXPECT_FALSE(reached("reference, cpython", {}));
  EXPECT_TRUE(reached("linux, musl", {}));
}

}  // namespace
}  // namespace harness
