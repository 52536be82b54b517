#include "grade/slurm.hpp"

#include <gmock/gmock.h>

namespace harness {
namespace {

using testing::HasSubstr;

SlurmRequest some_request() {
  return {"/opt/my exeunt", {"--assignment", "/a's/assignment.toml"}, "/shared/out", 3};
}

TEST(SlurmScripts, QuoteWhatTheShellWouldTakeApart) {
  EXPECT_EQ(shell_quoted("it's $HOME"), "'it'\\''s $HOME'");
  const std::string script = shard_script(some_request());
  EXPECT_THAT(script, HasSubstr("exec '/opt/my exeunt' grade '--assignment' '/a'\\''s/assignment.toml'"));
}

TEST(SlurmScripts, TellTheTotalThatSlurmDoesNot) {
  const std::string script = shard_script(some_request());
  EXPECT_THAT(script, HasSubstr("--shard \"$shard/3\""));
  EXPECT_THAT(script, HasSubstr("${SLURM_RESTART_COUNT:-0}"));
  EXPECT_THAT(merge_script(some_request()),
              HasSubstr("merge --out '/shared/out' '/shared/out/shards'/*.*.*"));
}

TEST(SlurmScripts, ListTheSubmissionsWithTheirTimes) {
  EXPECT_EQ(list_text({{"ann", "/in/ann", std::chrono::system_clock::from_time_t(1790848800)},
                       {"bob", "/in/bob.zip", std::nullopt}}),
            "/in/ann\t2026-10-01T10:00:00Z\n/in/bob.zip\n");
}

}  // namespace
}  // namespace harness
