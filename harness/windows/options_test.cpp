#include "windows/options.hpp"

#include <gtest/gtest.h>

namespace harness::windows {
namespace {

using namespace std::chrono_literals;

TEST(LauncherOptions, HaveDefaults) {
  const Options options = options_of(L"launcher program.exe a \"b c\"");
  EXPECT_EQ(options.program, L"program.exe");
  EXPECT_EQ(options.command_line, L"program.exe a \"b c\"");
  EXPECT_EQ(options.limit, std::nullopt);
  EXPECT_EQ(options.grace, 700ms);
  EXPECT_EQ(options.report, L"");
  EXPECT_FALSE(options.for_unix);
}

TEST(LauncherOptions, AreReadUpToTheProgram) {
  const Options options =
      options_of(L"launcher --time-limit 5000 --grace 0 --report \"a b\" --unix -- --program --unix");
  EXPECT_EQ(options.program, L"--program");
  EXPECT_EQ(options.command_line, L"--program --unix");
  EXPECT_EQ(options.limit, 5000ms);
  EXPECT_EQ(options.grace, 0ms);
  EXPECT_EQ(options.report, L"a b");
  EXPECT_TRUE(options.for_unix);
}

std::string error_of(std::wstring_view line) {
  try {
    options_of(line);
    return "none";
  } catch (const UsageError& error) {
    return error.what();
  }
}

TEST(LauncherOptions, WrongOnesAreErrors) {
  EXPECT_EQ(error_of(L"launcher"), "which program?");
  EXPECT_EQ(error_of(L"launcher --unix --"), "which program?");
  EXPECT_EQ(error_of(L"launcher --grace"), "--grace needs a value");
  EXPECT_EQ(error_of(L"launcher --grace soon p"), "'soon' is no number of milliseconds");
  EXPECT_EQ(error_of(L"launcher --time-limit -1 p"), "'-1' is no number of milliseconds");
  EXPECT_EQ(error_of(L"launcher --graze 5 p"), "unknown option '--graze'");
}

}  // namespace
}  // namespace harness::windows
