// Programs that attack whoever grades them, built and run in the sandbox: each gets its verdict, gets through
// to nothing, and leaves nothing behind. EXEUNT_HOSTILE=DIR takes the programs and the manifest of another
// folder.
#include <gtest/gtest.h>

#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <thread>

#include "hostile_run.hpp"
#include "run/sandbox.hpp"

namespace harness {

// Found by its argument, so not hidden with the rest.
void PrintTo(const HostileProgram& program, std::ostream* stream) {
  *stream << program.file;
}

namespace {

std::filesystem::path folder_of_programs() {
  const char* other = std::getenv("EXEUNT_HOSTILE");
  return other != nullptr ? other : TESTDATA_SOURCES "/hostile";
}

class SandboxTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    ::setenv("HARNESS_SECRET", "x", 1);
    refused_ = why_no_sandbox(sandbox_layers(EXEUNT_SHIM_COMMAND));
  }
  void SetUp() override {
    if (!refused_.empty()) GTEST_SKIP() << refused_;
  }
  static inline std::string refused_;
};

class Hostile : public SandboxTest, public testing::WithParamInterface<HostileProgram> {};

TEST_P(Hostile, GetsItsVerdictAndNothingElse) {
  HostileGrader grader(folder_of_programs());
  const HostileResult result = grader.grade(GetParam());
  std::string wanted;
  for (const std::string& verdict : GetParam().verdicts)
    wanted += " " + verdict;
  EXPECT_NE((wanted + " ").find(" " + result.verdict + " "), std::string::npos)
      << result.verdict << " (" << result.reason << "), wanted" << wanted << "\n"
      << result.out.substr(0, 2000) << result.build_output.substr(0, 2000);
  EXPECT_EQ(result.out.find("BREACH"), std::string::npos) << result.out.substr(0, 2000);
  EXPECT_EQ(result.build_output.find("root:"), std::string::npos) << result.build_output;
  EXPECT_TRUE(result.left.empty()) << result.left.front();
}

class KilledGrader : public SandboxTest {
 protected:
  static void wait_until_it_has_processes(const HostileGrader& grader, bool any) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (grader.processes().empty() == any) {
      ASSERT_LT(std::chrono::steady_clock::now(), end) << "waited for processes: " << any;
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
  }
};

TEST_F(KilledGrader, TakesItsProcessesWithIt) {
  HostileGrader grader(TESTDATA_SOURCES "/hostile");
  const pid_t pid = ::fork();
  if (pid == 0) {
    grader.grade({"ignores_interrupts.py", {}, {}});
    ::_exit(0);
  }
  wait_until_it_has_processes(grader, true);
  ::kill(pid, SIGKILL);
  ::waitpid(pid, nullptr, 0);
  wait_until_it_has_processes(grader, false);
}

std::string test_name(const testing::TestParamInfo<HostileProgram>& info) {
  std::string name = info.param.file;
  for (char& c : name) {
    if (c == '.') c = '_';
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(Programs, Hostile, testing::ValuesIn(read_hostile_manifest(folder_of_programs())),
                         test_name);

}  // namespace
}  // namespace harness
