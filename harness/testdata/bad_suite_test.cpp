// What the command says, and with which exit status it ends, when the suite itself is at fault.
#include <gtest/gtest.h>

#include <fstream>

#include "judge_run.hpp"

namespace harness {
namespace {

namespace fs = std::filesystem;

const std::string bad_suite = TESTDATA_SOURCES "/bad_suite/";

JudgeRun run_bad_suite(const Judge& judge, const std::string& suite, const std::string& scenario) {
  const std::string sources = bad_suite + suite;
  return judge.run({"run", "--json", judge.json(), "--stdio", "pipe", "--scenarios", sources, "--expected",
                    sources, "--programs", judge.programs(), scenario});
}

struct Bad {
  const char* scenario;
  const char* verdict;
  const char* reason_code;
  const char* reason;  ///< DIR stands for the suite's folder, PROGRAMS for that of the programs
  int exit_status;
};

void PrintTo(const Bad& bad, std::ostream* stream) {
  *stream << bad.scenario;
}

const std::vector<Bad> bads{
    {"bad_regex", "broken", "bad-golden",
     "DIR/bad_regex.golden:2: '{{' without '}}'; write \\{{ for the characters", 2},
    {"bad_timeout", "broken", "bad-golden",
     "DIR/bad_timeout.golden:2: bad timeout 'soon'; timeouts are a number and ms, s or min, from 1ms to "
     "60min",
     2},
    {"block_without_end", "broken", "bad-golden",
     "DIR/block_without_end.golden:2: '{{any order}}' without '{{end}}'", 2},
    {"expects_nothing", "broken", "bad-golden",
     "DIR/expects_nothing.golden:1: expects nothing; a golden has at least one of the sections stdout, "
     "stderr, processes",
     2},
    {"folder", "broken", "bad-golden", "cannot read DIR/folder.golden: Is a directory", 2},
    {"golden_without_program", "broken", "missing",
     "PROGRAMS/golden_without_program: no such program; build it with: cmake --build --preset default", 2},
    {"no_golden", "broken", "missing",
     "DIR/no_golden.golden: there is no golden; make it with: exeunt accept", 2},
    {"no_root", "broken", "bad-golden",
     "DIR/no_root.golden:2: the first line of 'processes' is 'program', not 'child'", 2},
    {"text_before_sections", "broken", "bad-golden",
     "DIR/text_before_sections.golden:1: text before the first section; only empty lines and comments (#) "
     "may stand there",
     2},
    {"unbound_name", "broken", "bad-golden",
     "DIR/unbound_name.golden:2: 'name' is not bound above; bind it with [[name:REGEX]]", 2},
    {"unknown_condition", "broken", "bad-golden",
     "DIR/unknown_condition.golden:1: unknown condition 'tyy' (closest: 'tty'); conditions are: fork, spawn, "
     "forkserver; pipe, tty, file; linux, musl, darwin, freebsd, openbsd, netbsd, dragonfly, illumos, "
     "android, cygwin, windows; reference, cpython, pypy, python (all twins), python:MODULE, "
     "implementation=NAME; ranges as cpython>=3.9,<3.13; no clone3, no exec, no nocldwait, no own-threads, "
     "no silent-abort, no subreaper, no vfork",
     2},
    {"unknown_directive", "broken", "bad-golden",
     "DIR/unknown_directive.golden:3: unknown directive '{{any ordre}}' (closest: '{{any order}}'); "
     "directives are: {{any order}}, {{end}}, {{no newline}}, {{REGEX}}, where a regex is more than letters",
     2},
    {"unknown_ending", "broken", "bad-golden",
     "DIR/unknown_ending.golden:2: unknown ending 'exits 0' in 'processes'; endings are: exit N, signal "
     "NAME, *",
     2},
    {"unknown_fate", "broken", "bad-golden",
     "DIR/unknown_fate.golden:3: unknown fate 'reapt' in 'processes' (closest: 'reaped'); fates are: reaped, "
     "zombie, orphaned, leaked, *",
     2},
    {"unknown_section", "broken", "bad-golden",
     "DIR/unknown_section.golden:3: unknown section 'process' (closest: 'processes'); sections are: stdout, "
     "stderr, processes, stdin, run; text that looks like a header is written {{--}} … --",
     2},
    {"unknown_signal", "broken", "bad-golden",
     "DIR/unknown_signal.golden:2: unknown ending 'signal SIGTREM' in 'processes'; endings are: exit N, "
     "signal NAME, *",
     2},
    {"unreachable_section", "broken", "bad-golden",
     "DIR/unreachable_section.golden:3: 'stdout [tty]' can never be reached: line 1 takes its place", 2},
    {"wrong_indentation", "broken", "bad-golden",
     "DIR/wrong_indentation.golden:3: 3 spaces of indentation; a generation is two", 2},
    {"not_a_program", "fail", "cannot-start", "cannot start: execve: Exec format error", 1},
};

std::string replaced(std::string text, const std::string& word, const std::string& by) {
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + by.size()))
    text.replace(at, word.size(), by);
  return text;
}

class BadSuite : public testing::TestWithParam<Bad> {
 protected:
  // A file that the kernel refuses to execute.
  BadSuite() {
    fs::create_directory(programs_.path() / "broken");
    const fs::path program = programs_.path() / "broken/not_a_program";
    std::ofstream(program) << "\x7f"
                              "ELF, but not really\n";
    fs::permissions(program, fs::perms::owner_all);
  }
  const TestFolder programs_;
  const Judge judge_{programs_.path()};
};

TEST_P(BadSuite, IsToldWithFileAndLine) {
  const Bad& bad = GetParam();
  const JudgeRun run = run_bad_suite(judge_, "goldens", std::string("broken/") + bad.scenario);
  ASSERT_EQ(run.results.size(), 1U) << run.err << run.out;
  const nlohmann::json& result = run.results.front();
  EXPECT_EQ(result["verdict"], bad.verdict);
  EXPECT_EQ(result["reason_code"], bad.reason_code);
  const std::string expected = replaced(replaced(bad.reason, "DIR/", bad_suite + "goldens/broken/"),
                                        "PROGRAMS/", judge_.programs() + "/broken/");
  EXPECT_EQ(result["reason"], expected);
  EXPECT_EQ(run.exit_status, bad.exit_status);
  EXPECT_NE((run.out + run.err).find(bad.scenario), std::string::npos) << "a person must read it too";
}

INSTANTIATE_TEST_SUITE_P(All, BadSuite, testing::ValuesIn(bads),
                         [](const auto& instance) { return std::string(instance.param.scenario); });

TEST(BadSuiteAsAWhole, UnknownStartMethodStopsTheRun) {
  const Judge judge(TESTDATA_PROGRAMS);
  const JudgeRun run = run_bad_suite(judge, "start_method", "broken");
  EXPECT_EQ(run.exit_status, 2);
  EXPECT_EQ(run.err,
            "exeunt: " + bad_suite +
                "start_method/broken/unknown.cpp:3: unknown start method 'clone'; there are: fork, spawn, "
                "forkserver, none\n");
}

TEST(BadSuiteAsAWhole, MalformedKnownFailureStopsTheRun) {
  const Judge judge(TESTDATA_PROGRAMS);
  const JudgeRun run = run_bad_suite(judge, "known_failures", "broken");
  EXPECT_EQ(run.exit_status, 2);
  EXPECT_EQ(run.err,
            "exeunt: " + bad_suite +
                "known_failures/known_failures.txt:2: a known failure is written: SCENARIO [CONDITION] "
                "YYYY-MM-DD REASON\n");
}

TEST(BadSuiteAsAWhole, AFolderThatIsNotThere) {
  const Judge judge(TESTDATA_PROGRAMS);
  const JudgeRun run = run_bad_suite(judge, "no_such_suite", "broken");
  EXPECT_EQ(run.exit_status, 2);
  EXPECT_NE(run.err.find("cannot read " + bad_suite + "no_such_suite"), std::string::npos) << run.err;
}

}  // namespace
}  // namespace harness
