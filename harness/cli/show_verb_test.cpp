#include <gmock/gmock.h>

#include "cli/test_command.hpp"
#include "report/terminal/difference_text.hpp"
#include "support/escape.hpp"
#include "support/file.hpp"

namespace harness {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::string place(const std::string& path) {
  return shown_path(path, std::filesystem::current_path());
}

TEST(Show, TellsWhatAScenarioTeaches) {
  const TestSuite suite;
  TestCommand exeunt;
  EXPECT_EQ(exeunt(suite.with({"show", "exit/exit_main_process"})), 0) << exeunt.err;
  EXPECT_EQ(exeunt.out,
            "The main process exits.\n"
            "\n"
            "It says so first.\n"
            "\n"
            "Source: sys.exit\n"
            "Start methods: none, it starts no process\n"
            "\n"
            "program  " +
                place(suite / "scenarios/exit/exit_main_process.cpp") +
                "\n"
                "#include \"support/scenario.hpp\"\n\nint main() { print(\"bye\"); }  // ends\n"
                "\n"
                "twin  " +
                place(suite / "scenarios/exit/exit_main_process.py") +
                "\n"
                "print('bye')\n"
                "\n"
                "expected  " +
                place(suite / "expected/exit/exit_main_process.golden") +
                "\n"
                "-- stdout --\nbye\n");
}

TEST(Show, SetsSidesBesideEachOtherWhereThereIsRoom) {
  const TestSuite suite;
  TestCommand exeunt;
  exeunt.out_is_terminal = true;
  exeunt.environment["NO_COLOR"] = "1";
  exeunt.size.columns = 400;
  EXPECT_EQ(exeunt(suite.with({"show", "main_process"})), 0) << exeunt.err;
  const std::vector<std::string> lines = lines_of(exeunt.out);
  ASSERT_EQ(lines.size(), 11U) << exeunt.out;
  EXPECT_THAT(lines[8], StartsWith("#include"));
  EXPECT_THAT(lines[8], HasSubstr("    print('bye')    "));
  EXPECT_THAT(lines[8], HasSubstr("    -- stdout --"));
}

TEST(Show, KnowsANameWithoutItsChapter) {
  const TestSuite suite;
  write_file(suite / "scenarios/orphans/left_behind.cpp", "// Another one.\nint x;\n");
  TestCommand exeunt;
  EXPECT_EQ(exeunt(suite.with({"show", "left"})), 0) << exeunt.err;
  EXPECT_THAT(exeunt.out, StartsWith("A child is left.\n"));
}

TEST(Show, WantsOneScenario) {
  const TestSuite suite;
  TestCommand exeunt;
  EXPECT_EQ(exeunt(suite.with({"show", "exit"})), 3);
  EXPECT_EQ(exeunt.err,
            "exeunt: show: 'exit' matches 2 scenarios: exit/exit_child, exit/exit_main_process; name one\n");
  EXPECT_EQ(exeunt(suite.with({"show"})), 3);
  EXPECT_EQ(exeunt.err, "exeunt: show: one SCENARIO is wanted; exeunt list names them\n");
  EXPECT_EQ(exeunt(suite.with({"show", "zzzzzzzz"})), 3);
}

}  // namespace
}  // namespace harness
