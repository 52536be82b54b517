#include <gmock/gmock.h>

#include "suite/suite.hpp"
#include "support/errors.hpp"

namespace harness {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

std::vector<Scenario> suite() {
  std::vector<Scenario> scenarios;
  for (const char* name : {"exit/child", "exit/child_status_one", "join/join_order", "orphans/exit_orphan"}) {
    scenarios.push_back({.name = name});
  }
  return scenarios;
}

std::vector<std::string> chosen(const std::vector<std::string>& filters) {
  std::vector<std::string> names;
  for (const Scenario& scenario : select(suite(), filters))
    names.push_back(scenario.name);
  return names;
}

TEST(Select, AllWithoutAFilter) {
  EXPECT_THAT(chosen({}), SizeIs(4));
}

TEST(Select, ByWildcardOnTheWholeName) {
  EXPECT_THAT(chosen({"exit/*"}), ElementsAre("exit/child", "exit/child_status_one"));
  EXPECT_THAT(chosen({"*/join*"}), ElementsAre("join/join_order"));
}

TEST(Select, AnEqualNameBeatsNamesThatContainIt) {
  EXPECT_THAT(chosen({"exit/child"}), ElementsAre("exit/child"));
}

TEST(Select, ByChapterAndByPart) {
  EXPECT_THAT(chosen({"exit"}), ElementsAre("exit/child", "exit/child_status_one"));
  EXPECT_THAT(chosen({"status"}), ElementsAre("exit/child_status_one"));
}

TEST(Select, UnionsFiltersInOrderOfName) {
  EXPECT_THAT(chosen({"join", "exit/child"}), ElementsAre("exit/child", "join/join_order"));
}

TEST(Select, NothingMatchedIsAnErrorWithAHint) {
  try {
    chosen({"exit", "jion/*"});
    FAIL() << "a filter that matches nothing was taken";
  } catch (const UsageError& error) {
    EXPECT_STREQ(error.what(), "no scenario matches 'jion/*' (closest: 'join/*')");
  }
}

TEST(Select, NoScenariosAtAllIsAnError) {
  EXPECT_THROW(select({}, {}), UsageError);
}

}  // namespace
}  // namespace harness
