#include "report/process_words.hpp"

#include <gtest/gtest.h>

namespace harness {
namespace {

Process child(std::optional<Fate> fate, std::optional<bool> outlived_creator) {
  Process process;
  process.id = "1";
  process.fate = fate;
  process.outlived_creator = outlived_creator;
  return process;
}

TEST(ProcessWords, SayOfAFateAsMuchAsWasSeen) {
  EXPECT_EQ(fate_in_words(child(std::nullopt, std::nullopt), std::nullopt), "what became of it was not seen");
  EXPECT_EQ(fate_in_words(child(std::nullopt, false), std::nullopt),
            "ended before its creator; who waited for it was not seen");
  EXPECT_EQ(fate_in_words(child(Fate::reaped, std::nullopt), std::nullopt), "reaped");
  EXPECT_EQ(fate_in_brief(child(std::nullopt, std::nullopt), std::nullopt), "not seen");
  EXPECT_EQ(fate_in_brief(child(std::nullopt, false), std::nullopt), "ended before its creator");
}

TEST(ProcessWords, TellWhoStillRuns) {
  Process process = child(std::nullopt, std::nullopt);
  EXPECT_EQ(ending_of(process), "?");
  process.still_runs = true;
  EXPECT_EQ(ending_of(process), "still runs");
  EXPECT_EQ(fate_in_brief(process, std::nullopt), "");
  EXPECT_EQ(fate_in_words(process, std::nullopt), "it runs on, unwatched");
}

TEST(ProcessWords, SayWhetherAHelperIsCertain) {
  Process process = child(std::nullopt, std::nullopt);
  EXPECT_EQ(helper_words(process), "");
  process.helper = true;
  EXPECT_EQ(helper_words(process), "helper");
  process.helper_guessed = true;
  EXPECT_EQ(helper_words(process), "looks like a helper");
}

TEST(ProcessWords, NameAProcessByItsProgram) {
  Process process = child(Fate::reaped, std::nullopt);
  EXPECT_EQ(name_of(process), "?");
  process.argv = {"Z:\\bin\\p.exe", "x"};
  EXPECT_EQ(name_of(process), "p.exe");
  process.exec = false;
  EXPECT_EQ(name_of(process), "~p.exe");
  process.argv = {"/"};
  EXPECT_EQ(name_of(process), "~/");
}

}  // namespace
}  // namespace harness
