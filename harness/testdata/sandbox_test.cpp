// What a program finds in its sandbox, what it does not, and what comes back from it.
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "run/runner.hpp"
#include "run/sandbox.hpp"
#include "test_folder.hpp"

namespace harness {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

class Sandbox : public testing::Test {
 protected:
  static void SetUpTestSuite() { refused_ = why_no_sandbox(sandbox_layers(EXEUNT_SHIM_COMMAND)); }

  void SetUp() override {
    if (!refused_.empty()) GTEST_SKIP() << refused_;
    fs::permissions(folder_.path(), fs::perms(0755));
    fs::create_directories(folder_.path() / "course/part");
    write("course/text", "text\n");
    write("course/part/inner", "inner\n");
    write("course/x.golden", "secret\n");
  }

  void write(const std::string& name, const std::string& content) const {
    std::ofstream(folder_.path() / name) << content;
  }

  /// A shell in the sandbox that sees the course at /course.
  Program shell(const std::string& command) const {
    Program program;
    program.argv = {"/bin/sh", "-c", command};
    program.sandbox.emplace();
    program.sandbox->visible = {{folder_.path() / "course", "/course"}};
    return program;
  }

  std::vector<Outcome> run(const std::vector<Program>& programs) const {
    std::vector<Outcome> outcomes(programs.size());
    std::vector<ProgramRun> runs;
    for (const Program& program : programs) {
      Outcome& kept = outcomes.at(runs.size());
      runs.push_back({program, [&kept](Outcome outcome) { kept = std::move(outcome); }});
    }
    Runner({EXEUNT_SHIM_COMMAND, 1, std::nullopt}).run_all(std::move(runs));
    return outcomes;
  }

  Outcome run(const Program& program) const { return run(std::vector<Program>{program}).front(); }

  static inline std::string refused_;
  const TestFolder folder_;
};

TEST_F(Sandbox, IsFreshForEveryRun) {
  const Program program =
      shell("ls -A . /tmp /dev/shm; touch here /tmp/there /dev/shm/shared; mkdir -p a/b/c");
  const std::vector<Outcome> outcomes = run({program, program});
  EXPECT_EQ(outcomes[0].seen.out, ".:\n\n/dev/shm:\n\n/tmp:\nexeunt\n") << outcomes[0].seen.err;
  EXPECT_EQ(outcomes[1].seen.out, outcomes[0].seen.out);
}

TEST_F(Sandbox, ShowsWhatIsVisibleAndKeepsItFromBeingWritten) {
  const Outcome outcome =
      run(shell("cat /course/text; echo more >> /course/text; touch /course/new; cat /course/text"));
  EXPECT_EQ(outcome.seen.out, "text\ntext\n");
  EXPECT_FALSE(fs::exists(folder_.path() / "course/new"));
}

TEST_F(Sandbox, HidesWhatIsHidden) {
  Program program = shell("cat /course/x.golden /course/part/inner /course/text");
  program.sandbox->hidden = {folder_.path() / "course/x.golden", folder_.path() / "course/part"};
  EXPECT_EQ(run(program).seen.out, "text\n");
}

TEST_F(Sandbox, SaysWhatCannotBeShown) {
  Program program = shell("true");
  program.sandbox->visible = {{"/no/such/folder", "/course"}};
  EXPECT_THAT(run(program).trouble, HasSubstr("/no/such/folder"));
}

TEST_F(Sandbox, SaysWhoMayNotReadWhatIsToBeShown) {
  if (::geteuid() != 0) GTEST_SKIP() << "the sandbox's user is the harness's own";
  fs::permissions(folder_.path(), fs::perms(0700));
  EXPECT_THAT(run(shell("true")).trouble, HasSubstr(folder_.path().string() + " is closed to other users"));
}

TEST_F(Sandbox, TellsNothingOfTheHarness) {
  ::setenv("HARNESS_SECRET", "x", 1);
  const Outcome outcome = run(shell("env; cat /proc/1/environ; ls /proc/self/fd | wc -l; hostname"));
  EXPECT_THAT(outcome.seen.out, Not(HasSubstr("SECRET")));
  EXPECT_THAT(outcome.seen.out, HasSubstr("HOME=/tmp/exeunt\n"));
  EXPECT_THAT(outcome.seen.out,
              HasSubstr("\n4\nexeunt\n"));  // the three streams, and the folder that ls reads
}

TEST_F(Sandbox, StartsWithCopiesAndGivesRegularFilesBack) {
  Program program =
      shell("echo made > part/made; chmod +x part/made; echo more >> text; ln -s text link; mkfifo pipe");
  program.sandbox->copied_in = "/course";
  program.sandbox->take_out = true;
  Outcome outcome = run(program);
  std::ranges::sort(outcome.files, {}, &TakenFile::path);
  const std::vector<TakenFile> expected{{"part/inner", false, "inner\n"},
                                        {"part/made", true, "made\n"},
                                        {"text", false, "text\nmore\n"},
                                        {"x.golden", false, "secret\n"}};
  EXPECT_EQ(outcome.files, expected) << outcome.seen.err << outcome.trouble;
}

TEST_F(Sandbox, GivesNothingBackThatIsTooMuch) {
  Program program = shell("truncate -s 40M one; truncate -s 40M two");
  program.sandbox->limits.file_bytes = 64U << 20U;
  program.sandbox->take_out = true;
  const Outcome outcome = run(program);
  EXPECT_EQ(outcome.seen.stopped, Stopped::disk_limit);
  EXPECT_TRUE(outcome.files.empty());
}

TEST_F(Sandbox, LeavesTracingToThoseWhoMayTrace) {
  Program program = shell("python3 -I -c 'import ctypes; print(ctypes.CDLL(None).ptrace(0, 0, 0, 0))'");
  EXPECT_EQ(run(program).seen.out, "-1\n");
  program.sandbox->may_trace = true;
  const Outcome outcome = run(program);
  EXPECT_NE(outcome.seen.level, Level::trace);
  EXPECT_EQ(outcome.seen.out, "0\n") << outcome.seen.err;
}

TEST_F(Sandbox, HasATerminalWhereOneIsWanted) {
  Program program = shell("test -t 0; test -t 1 && test -t 2 && echo terminal > /dev/tty");
  program.stdio = StdioMode::tty;
  EXPECT_EQ(run(program).seen.out, "terminal\r\n");
}

TEST_F(Sandbox, EveryLevelSeesTheProgramEnd) {
  for (const Level level : {Level::trace, Level::passive, Level::adopt}) {
    Program program = shell("(exit 3) & wait $!; exit 4");
    program.settings.level = level;
    const Outcome outcome = run(program);
    ASSERT_FALSE(outcome.seen.processes.empty()) << outcome.trouble;
    EXPECT_EQ(outcome.seen.processes.front().end, Ending(Exited{4}));
    EXPECT_EQ(outcome.seen.level, level);
    if (level == Level::adopt) continue;
    ASSERT_EQ(outcome.seen.processes.size(), 2U);
    EXPECT_EQ(outcome.seen.processes.back().end, Ending(Exited{3}));
    EXPECT_EQ(outcome.seen.processes.back().fate, Fate::reaped);
  }
}

TEST_F(Sandbox, LimitsHoldAtEveryLevel) {
  const std::string forks =
      "import os, time\n"
      "for _ in range(4):\n"
      "    try: os.fork()\n"
      "    except OSError: pass\n"
      "time.sleep(60)\n";
  for (const Level level : {Level::trace, Level::passive, Level::adopt}) {
    Program many = shell("");
    many.argv = {"/usr/bin/python3", "-I", "-c", forks};
    many.sandbox->limits.processes = 5;
    Program large = shell("exec head -c 20M /dev/zero > large");
    Program busy = shell("while :; do :; done");
    busy.sandbox->limits.cpu = std::chrono::seconds(1);
    busy.settings.time_limit = std::chrono::seconds(60);
    many.settings.level = large.settings.level = busy.settings.level = level;
    many.settings.time_limit = large.settings.time_limit = std::chrono::seconds(60);
    const std::vector<Outcome> outcomes = run({many, large, busy});
    EXPECT_EQ(outcomes[0].seen.stopped, Stopped::process_limit)
        << static_cast<int>(level) << outcomes[0].trouble;
    EXPECT_EQ(outcomes[1].seen.stopped, Stopped::disk_limit)
        << static_cast<int>(level) << outcomes[1].trouble;
    EXPECT_EQ(outcomes[2].seen.stopped, Stopped::cpu_limit) << static_cast<int>(level) << outcomes[2].trouble;
  }
}

}  // namespace
}  // namespace harness
