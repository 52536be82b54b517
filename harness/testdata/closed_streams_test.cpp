// The command started without some of its standard streams, as a service or a batch system may: no file of
// its own is taken for one.
#include <gtest/gtest.h>

#include "judge_run.hpp"

namespace harness {
namespace {

struct Closing {
  const char* redirections;
  int exit_status;  ///< 2: what nobody could read was not told
};

TEST(ClosedStreams, AreNobodyElses) {
  for (const auto& [redirections, exit_status] :
       {Closing{"<&-", 0}, {"2>&-", 0}, {"<&- 2>&-", 0}, {">&-", 2}, {"<&- >&- 2>&-", 2}}) {
    const Judge judge(TESTDATA_PROGRAMS "/shapes");
    std::vector<std::string> words{"sh", "-c", std::string("exec \"$0\" \"$@\" ") + redirections,
                                   EXEUNT_COMMAND};
    for (const std::string& word : run_suite(judge, "shapes"))
      words.push_back(word);
    words.insert(words.end(), {"--stdio", "pipe", "zombies/never_waited"});
    const JudgeRun run = judge.run_command(words, "/dev/null");
    EXPECT_EQ(run.exit_status, exit_status) << redirections << ": " << run.err;
    ASSERT_EQ(run.results.size(), 1U) << redirections;
    EXPECT_EQ(run.results.front()["verdict"], "pass") << redirections << told(run.results.front());
    EXPECT_TRUE(run.left_processes.empty()) << redirections;
  }
}

}  // namespace
}  // namespace harness
