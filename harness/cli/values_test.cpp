#include "cli/values.hpp"

#include <gmock/gmock.h>

namespace harness {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;

template <class Function>
std::string complaint(Function function) {
  try {
    function();
  } catch (const UsageError& error) {
    return error.what();
  }
  return "";
}

TEST(WholeNumber, HasItsBounds) {
  EXPECT_EQ(whole_number("--jobs", "16", 16), 16);
  for (const char* text : {"0", "-1", "17", "1.5", "", "x", " 1", "99999999999999999999"}) {
    EXPECT_EQ(complaint([&] { whole_number("--jobs", text, 16); }),
              "--jobs: '" + std::string(text) + "' is not a whole number from 1 to 16");
  }
}

TEST(PositiveNumber, HasItsBounds) {
  EXPECT_EQ(positive_number("--time-scale", "0.25", 1000), 0.25);
  for (const char* text : {"0", "-1", "1001", "nan", "inf", "", "1s"}) {
    EXPECT_EQ(complaint([&] { positive_number("--time-scale", text, 1000); }),
              "--time-scale: '" + std::string(text) + "' is not a number above 0 and at most 1000");
  }
}

TEST(Seconds, AreRoundedUp) {
  EXPECT_EQ(seconds("--timeout", "1.5"), 1500ms);
  EXPECT_EQ(seconds("--timeout", "0.0001"), 1ms);
}

TEST(Words, AreKnownOrRefused) {
  EXPECT_THAT(words<StdioMode>("--stdio", {"tty", "pipe", "tty"}, all_stdio_modes),
              ElementsAre(StdioMode::tty, StdioMode::pipe));
  EXPECT_EQ(complaint([] { words<StdioMode>("--stdio", {"tyt"}, all_stdio_modes); }),
            "--stdio: 'tyt' is none of tty, pipe, file");
  EXPECT_EQ(complaint([] { word<Level>("--observe", "all", all_levels); }),
            "--observe: 'all' is none of trace, passive, job, adopt, root");
  EXPECT_EQ(complaint([] { own_level("--observe", "job"); }),
            "--observe: 'job' is none of trace, passive, adopt, root");
  EXPECT_EQ(own_level("--observe", "adopt"), Level::adopt);
}

// The lists in the complaints name every word that there is.
TEST(Words, AreAllListed) {
  for (const StartMethod method : {StartMethod::fork, StartMethod::spawn, StartMethod::forkserver}) {
    EXPECT_NE(all_start_methods.find(to_string(method)), std::string_view::npos);
  }
  for (const Level level : {Level::trace, Level::passive, Level::job, Level::adopt, Level::root}) {
    EXPECT_NE(all_levels.find(to_string(level)), std::string_view::npos);
  }
}

}  // namespace
}  // namespace harness
