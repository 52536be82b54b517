#include "watch/launcher/options.hpp"

#include <gtest/gtest.h>

namespace harness::watch {
namespace {

using namespace std::chrono_literals;

Options options_of_texts(const std::vector<std::string>& texts, Options defaults = {}) {
  std::vector<Word> words;
  for (const std::string& text : texts)
    words.push_back({text, "from " + text});
  return options_of(words, std::move(defaults));
}

TEST(LauncherOptions, HaveDefaults) {
  Options defaults;
  defaults.report = "there";
  const Options options = options_of_texts({"program", "a", "b c"}, defaults);
  EXPECT_EQ(options.program, (std::vector<std::string>{"program", "a", "b c"}));
  EXPECT_EQ(options.command_line, "from program");
  EXPECT_EQ(options.limit, std::nullopt);
  EXPECT_EQ(options.grace, 700ms);
  EXPECT_EQ(options.report, "there");
  EXPECT_FALSE(options.for_unix);
}

TEST(LauncherOptions, AreReadUpToTheProgram) {
  const Options options =
      options_of_texts({"--time-limit", "5000", "--grace", "0", "--report", "a b", "--helper", "--one",
                        "--helper", "two", "--", "--program", "--grace"});
  EXPECT_EQ(options.program, (std::vector<std::string>{"--program", "--grace"}));
  EXPECT_EQ(options.command_line, "from --program");
  EXPECT_EQ(options.limit, 5000ms);
  EXPECT_EQ(options.grace, 0ms);
  EXPECT_EQ(options.report, "a b");
  EXPECT_EQ(options.helper_marks, (std::vector<std::string>{"--one", "two"}));
}

std::string error_of(const std::vector<std::string>& texts) {
  try {
    options_of_texts(texts);
    return "none";
  } catch (const UsageError& error) {
    return error.what();
  }
}

TEST(LauncherOptions, WrongOnesAreErrors) {
  EXPECT_EQ(error_of({}), "which program?");
  EXPECT_EQ(error_of({"--grace", "1", "--"}), "which program?");
  EXPECT_EQ(error_of({"--grace"}), "--grace needs a value");
  EXPECT_EQ(error_of({"--grace", "soon", "p"}), "'soon' is no number of milliseconds");
  EXPECT_EQ(error_of({"--grace", "", "p"}), "'' is no number of milliseconds");
  EXPECT_EQ(error_of({"--time-limit", "-1", "p"}), "'-1' is no number of milliseconds");
  EXPECT_EQ(error_of({"--time-limit", "5000000000", "p"}), "'5000000000' is no number of milliseconds");
  EXPECT_EQ(error_of({"--graze", "5", "p"}), "unknown option '--graze'");
}

}  // namespace
}  // namespace harness::watch
