#include "pipeline/revision.hpp"

#include <gtest/gtest.h>

namespace harness {
namespace {

TEST(Revision, IsTheCommitThatGitNames) {
  EXPECT_EQ(parse_git_status("# branch.oid 12ab\n# branch.head main\n"), (SuiteRevision{"12ab", false, ""}));
}

TEST(Revision, IsDirtyWhereAFileDiffersOrIsNew) {
  EXPECT_EQ(parse_git_status("# branch.oid 12ab\n# branch.head main\n? expected/exit/new.golden\n"),
            (SuiteRevision{"12ab", true, ""}));
}

TEST(Revision, IsUnknownBeforeTheFirstCommitAndWithoutARepository) {
  EXPECT_EQ(parse_git_status("# branch.oid (initial)\n# branch.head main\n? a\n"), SuiteRevision{});
  EXPECT_EQ(parse_git_status(""), SuiteRevision{});
}

}  // namespace
}  // namespace harness
