#include "cli/streams.hpp"

#include <gtest/gtest.h>

#include <map>
#include <sstream>

#include "cli/machinery.hpp"
#include "support/errors.hpp"

namespace harness {
namespace {

struct World {
  std::map<std::string, std::string> environment{};
  bool terminal = true;
  std::istringstream in{};
  std::ostringstream out{};
  std::ostringstream err{};

  Streams streams() {
    return {in,
            out,
            err,
            terminal,
            terminal,
            !terminal,
            [] {
              return TerminalSize{100, 30};
            },
            [this](const std::string& name) -> std::optional<std::string> {
              const auto found = environment.find(name);
              return found == environment.end() ? std::nullopt : std::optional(found->second);
            },
            own_machinery()};
  }
  Style style(const std::string& when) { return style_for(streams(), when); }
};

TEST(StyleFor, ColoursATerminalThatHasThem) {
  EXPECT_TRUE((World{.environment = {}}.style("auto").colour));
  EXPECT_FALSE((World{.environment = {}, .terminal = false}.style("auto").colour));
  EXPECT_FALSE((World{.environment = {{"NO_COLOR", "1"}}}.style("auto").colour));
  EXPECT_TRUE((World{.environment = {{"NO_COLOR", ""}}}.style("auto").colour));
  EXPECT_FALSE((World{.environment = {{"TERM", "dumb"}}}.style("auto").colour));
}

TEST(StyleFor, DoesAsItIsTold) {
  EXPECT_TRUE((World{.environment = {{"NO_COLOR", "1"}}, .terminal = false}.style("always").colour));
  EXPECT_FALSE(World{}.style("never").colour);
  try {
    World{}.style("sometimes");
    FAIL();
  } catch (const UsageError& error) {
    EXPECT_STREQ(error.what(), "--color: 'sometimes' is none of auto, always, never");
  }
}

TEST(StyleFor, IsAsciiWhereTheLocaleIsNotUtf8) {
  EXPECT_FALSE((World{.environment = {}}.style("auto").unicode));
  EXPECT_FALSE((World{.environment = {{"LANG", "C.UTF-8"}, {"LC_ALL", "C"}}}.style("auto").unicode));
  EXPECT_TRUE((World{.environment = {{"LANG", "de_DE.utf8"}, {"LC_ALL", ""}}}.style("auto").unicode));
  EXPECT_TRUE((World{.environment = {{"LC_CTYPE", "C.UTF-8"}, {"LANG", "C"}}}.style("auto").unicode));
}

TEST(StyleFor, IsAsWideAsTheTerminal) {
  EXPECT_EQ(World{}.style("auto").columns, 99);
  World file{.environment = {}, .terminal = false};
  EXPECT_EQ(file.style("auto").columns, 0);
  EXPECT_EQ(style_for(file.streams(), "auto", true).columns, 99) << "standard error is a terminal there";
}

}  // namespace
}  // namespace harness
