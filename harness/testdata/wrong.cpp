#include "wrong.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace harness {
namespace {

const std::vector<Wrong> all_wrongs{
    {"exit_status_off_by_one", "exit/exit_child_status_one", "wrong-tree", "child exit 1 reaped",
     "child ended with exit 2, expected exit 1"},
    {"exit_status_off_by_one_told", "exit/exit_child_status_one", "wrong-output", "Exitcode: 1",
     "Exitcode: 2"},
    {"main_exit_status_off_by_one", "exit/exit_main_process", "wrong-exit", "program exit 0",
     "program ended with exit 1, expected exit 0"},
    {"os_exit_that_flushes", "stdio/main_stdio_lost_on_os_exit_when_piped", "wrong-output", "-- stdout --",
     "stdout should be empty"},
    {"main_that_does_not_wait", "exit/main_waits_for_its_children", "wrong-tree", "first child exit 0 reaped",
     "was orphaned, expected reaped"},
    {"daemon_that_outlives_its_parent", "daemon/daemon_child_terminated_at_parent_exit", "leaked-process",
     "daemon signal SIGTERM reaped", "was leaked"},
    {"exit_without_destructors", "exit/cleanup_in_main_runs_on_exit", "wrong-output", "Cleaned up", "stdout"},
    {"child_never_reaped", "exit/exit_child_status_one", "wrong-tree", "child exit 1 reaped",
     "child was left a zombie, expected reaped"},
    {"wrong_pid_printed", "attributes/pid", "wrong-output", "[[pid 1]]", "stdout line 2"},
    {"pid_off_by_one", "attributes/pid", "wrong-output", "[[pid 1]]", "stdout line 2"},
    {"no_child_at_all", "exit/exit_child_status_one", "wrong-tree", "child exit 1 reaped",
     "no process for line"},
    {"thread_for_a_child", "exit/exit_child_status_one", "wrong-tree", "child exit 1 reaped",
     "no process for line"},
    {"child_too_many", "exit/exit_child_status_one", "wrong-tree", nullptr, "a process too many"},
    {"double_fork_for_a_child", "exit/exit_child_status_one", "wrong-tree", "child exit 1 reaped",
     "child ended with exit 0, expected exit 1"},
    {"child_killed", "exit/exit_child_status_one", "wrong-tree", "child exit 1 reaped",
     "child was killed by SIGTERM, expected exit 1"},
    {"status_of_a_signal", "signals/terminate_gives_minus_sigterm", "wrong-tree",
     "child signal SIGTERM reaped", "child ended with exit 143, expected signal SIGTERM"},
    {"orphan_joined", "orphans/os_exit_orphans_child", "wrong-tree", "child exit 0 orphaned",
     "child was reaped, expected orphaned"},
    {"grandchild_not_waited_for", "exit/child_waits_for_its_children", "wrong-tree",
     "grandchild exit 0 reaped", "grandchild was orphaned, expected reaped"},
};

std::string single_spaced(const std::string& line) {
  std::istringstream words(line);
  std::string text;
  for (std::string word; words >> word;)
    text += (text.empty() ? "" : " ") + word;
  return text;
}

// The number of the line in the golden that reads so, from 1; 0 where there is none.
int line_of(const std::string& golden, const char* wanted) {
  if (wanted == nullptr) return 0;
  std::ifstream stream(golden);
  int number = 0;
  for (std::string line; std::getline(stream, line);) {
    ++number;
    if (single_spaced(line) == wanted) return number;
  }
  ADD_FAILURE() << golden << " has no line '" << wanted << "'";
  return -1;
}

}  // namespace

void PrintTo(const Wrong& wrong, std::ostream* stream) {
  *stream << wrong.wrongness;
}

const std::vector<Wrong>& wrongs() {
  return all_wrongs;
}

Wrong wrong_named(const std::string& wrongness) {
  return *std::ranges::find(all_wrongs, wrongness, &Wrong::wrongness);
}

void expect_failure_on_its_line(const JudgeRun& run, const Wrong& wrong) {
  ASSERT_EQ(run.results.size(), 1U) << run.err;
  const nlohmann::json& result = run.results.front();
  EXPECT_EQ(result["verdict"], "fail") << told(result);
  EXPECT_EQ(result["reason_code"], wrong.reason_code) << told(result);
  EXPECT_NE(result["reason"].get<std::string>().find(wrong.reason), std::string::npos) << told(result);
  ASSERT_FALSE(result["differences"].empty());
  EXPECT_EQ(result["differences"][0]["line"], line_of(result["golden"], wrong.line)) << told(result);
  EXPECT_EQ(run.exit_status, 1);
  EXPECT_TRUE(run.left_processes.empty()) << run.left_processes.front();
}

std::string name_of_wrong(const testing::TestParamInfo<Wrong>& info) {
  return info.param.wrongness;
}

}  // namespace harness
