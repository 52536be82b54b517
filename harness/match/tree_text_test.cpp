#include "match/tree_text.hpp"

#include "match/samples_test.hpp"

namespace harness {
namespace {

using samples::golden;
using samples::observed;
using testing::IsEmpty;

TEST(TreeText, IsWhatAGoldenWouldSay) {
  const Observation seen = observed(
      "", {"program exit 0 root", "1 exit 1 reaped", "1.1 signal SIGTERM orphaned", "2 ? leaked", "3 ? ?"});
  EXPECT_EQ(tree_text(seen),
            "program            exit 0\n"
            "  child            exit 1          reaped\n"
            "    grandchild     signal SIGTERM  orphaned\n"
            "  child            *               leaked\n"
            "  child            *               *\n");
  EXPECT_THAT(compare(seen, golden("-- processes --\n" + tree_text(seen)), {}).differences, IsEmpty());
}

TEST(TreeText, NamesProgramsThatAreNotTheProgramItself) {
  Observation seen =
      observed("", {"program exit 0 root", "1 exit 0 reaped", "2 exit 0 reaped", "3 exit 0 reaped"});
  samples::executes(seen, "1", {"/usr/bin/sleep", "1"});
  samples::executes(seen, "2", {"/build/scenario"});
  samples::executes(seen, "3", {"evil  name\n"});
  EXPECT_EQ(tree_text(seen),
            "program            exit 0\n"
            "  sleep            exit 0      reaped\n"
            "  child            exit 0      reaped\n"
            "  child            exit 0      reaped\n");
}

TEST(TreeText, CollapsesEqualLeaves) {
  std::vector<std::string> lines{"program exit 0 root"};
  for (int i = 1; i <= 5; ++i)
    lines.push_back(std::to_string(i) + " exit 0 reaped");
  lines.push_back("6 exit 1 reaped");
  lines.push_back("7 exit 0 reaped");
  lines.push_back("7.1 exit 0 reaped");
  const Observation seen = observed("", lines);
  EXPECT_EQ(tree_text(seen),
            "program            exit 0\n"
            "  5x child         exit 0      reaped\n"
            "  child            exit 1      reaped\n"
            "  child            exit 0      reaped\n"
            "    grandchild     exit 0      reaped\n");
  EXPECT_THAT(compare(seen, golden("-- processes --\n" + tree_text(seen)), {}).differences, IsEmpty());
}

TEST(TreeText, LeavesHelpersOut) {
  Observation seen = observed("", {"program exit 0 root", "1 exit 0 reaped"});
  samples::find(seen, "1").helper = true;
  EXPECT_EQ(tree_text(seen), "program            exit 0\n");
  EXPECT_EQ(tree_text(observed("", {})), "");
}

}  // namespace
}  // namespace harness
