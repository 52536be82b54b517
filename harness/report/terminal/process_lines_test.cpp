#include "report/terminal/process_lines.hpp"

#include <gtest/gtest.h>

#include "record/test_results.hpp"

namespace harness {
namespace {

TEST(ProcessLines, ShowsTheTree) {
  TestRun run;
  std::vector<Process> processes =
      passed(run.plan("exit/x", StartMethod::fork, StdioMode::tty)).seen.processes;
  Process grandchild;
  grandchild.id = "1.2";
  grandchild.parent = "1";
  grandchild.end = Killed{15};
  grandchild.fate = Fate::orphaned;
  grandchild.exec = true;
  grandchild.argv = {{"/bin/sleep", "5"}};
  grandchild.margin_ms = 3.5;
  processes.push_back(grandchild);
  EXPECT_EQ(render(process_lines(processes, {}, 2), {}),
            "  program  exit 0                    0.5–2003.2 ms  exec program\n"
            "    1      exit 1          reaped    0.5–2003.2 ms\n"
            "      1.2  signal SIGTERM  orphaned  ?–? ms  exec sleep  (decided by 3.5 ms)\n");
}

TEST(ProcessLines, MarksWhatIsNotKnown) {
  Process process;
  process.id = "1";
  const Style ascii{.colour = false, .unicode = false, .columns = 0};
  EXPECT_EQ(render(process_lines({process}, ascii, 0), ascii), "  1  ?  ?         ?-? ms\n");
}

}  // namespace
}  // namespace harness
