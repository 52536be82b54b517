#include <gmock/gmock.h>

#include "cli/test_command.hpp"
#include "record/json.hpp"
#include "report/terminal/columns.hpp"
#include "support/escape.hpp"
#include "support/file.hpp"

namespace harness {
namespace {

using testing::HasSubstr;

TEST(List, NamesScenariosAndTitles) {
  const TestSuite suite;
  TestCommand exeunt;
  EXPECT_EQ(exeunt(suite.with({"list"})), 0) << exeunt.err;
  EXPECT_EQ(exeunt.out,
            "exit/exit_child         A child exits.\n"
            "exit/exit_main_process  The main process exits.\n"
            "orphans/left            A child is left.\n");
}

TEST(List, FitsIntoTheTerminal) {
  const TestSuite suite;
  write_file(suite / "scenarios/exit/long.cpp",
             "// " + std::string(30, 'x') + " a very long title of a scenario.\nint x;\n");
  for (const int columns : {40, 80}) {
    TestCommand exeunt;
    exeunt.out_is_terminal = true;
    exeunt.environment["NO_COLOR"] = "1";
    exeunt.size.columns = columns;
    EXPECT_EQ(exeunt(suite.with({"list"})), 0) << exeunt.err;
    for (const std::string& line : lines_of(exeunt.out))
      EXPECT_LT(columns_of(line), columns) << line;
  }
}

TEST(List, GivesCasesToTools) {
  const TestSuite suite;
  TestCommand exeunt;
  EXPECT_EQ(exeunt(suite.with({"list", "--cases", "exit"})), 0) << exeunt.err;
  EXPECT_EQ(
      exeunt.out,
      "exit/exit_child fork\nexit/exit_child spawn\nexit/exit_child forkserver\nexit/exit_main_process -\n");
}

TEST(List, GivesJson) {
  const TestSuite suite;
  TestCommand exeunt;
  EXPECT_EQ(exeunt(suite.with({"list", "--json"})), 0) << exeunt.err;
  const auto all = Json::parse(exeunt.out);
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[1]["scenario"], "exit/exit_main_process");
  EXPECT_EQ(all[1]["title"], "The main process exits.");
  EXPECT_EQ(all[1]["start_methods"], Json::array());
  EXPECT_EQ(all[0]["start_methods"], Json::array({"fork", "spawn", "forkserver"}));
  EXPECT_EQ(all[1]["golden"], suite / "expected/exit/exit_main_process.golden");
}

TEST(List, RefusesAFilterThatMatchesNothing) {
  const TestSuite suite;
  TestCommand exeunt;
  EXPECT_EQ(exeunt(suite.with({"list", "jion/*"})), 3);
  EXPECT_THAT(exeunt.err, HasSubstr("jion/*"));
  EXPECT_EQ(exeunt.out, "");
}

TEST(List, SaysThatAFolderCannotBeRead) {
  TestCommand exeunt;
  EXPECT_EQ(exeunt({"list", "--scenarios", "/nowhere/at/all"}), 2);
  EXPECT_THAT(exeunt.err, HasSubstr("/nowhere/at/all"));
}

TEST(List, LintTellsWhatToMend) {
  const TestSuite suite;
  TestCommand exeunt;
  EXPECT_EQ(exeunt(suite.with({"list", "--lint", "orphans"})), 1);
  EXPECT_THAT(exeunt.out, HasSubstr(suite / "scenarios/orphans/left.cpp" + ":1: missing-source: "));
}

TEST(List, RefusesTwoFormsAtOnce) {
  TestCommand exeunt;
  EXPECT_EQ(exeunt({"list", "--cases", "--json"}), 3);
  EXPECT_EQ(exeunt.err, "exeunt: --cases and --json exclude each other\n");
}

}  // namespace
}  // namespace harness
