#include "report/terminal/tree_lines.hpp"

#include <gtest/gtest.h>

#include "record/test_observations.hpp"
#include "record/test_results.hpp"
#include "report/terminal/columns.hpp"

namespace harness {
namespace {

std::string drawn(const Observation& seen, int columns, bool unicode = true, std::size_t most = 40) {
  const Style style{.colour = false, .unicode = unicode, .columns = columns};
  return render(tree_lines(seen, style, most), style);
}

TEST(TreeLines, TellsEndingsAndFatesInWords) {
  EXPECT_EQ(drawn(family(), 100), R"(program  sh -c 'job & wait'  exit 0          
├─ 1  ~sh                    exit 1          reaped by its parent
├─ 2  sleep 5                signal SIGTERM  orphaned for 50.0 ms
│  └─ 2.1  ~sleep            exit 0          reaped by its parent
├─ 3  ~sh                    exit 3          zombie, never waited for
├─ 4  daemon                 ?               leaked, killed
└─ helper 1  ~sh (helper)    exit 0          reaped by its parent
)");
}

TEST(TreeLines, FitsNarrowTerminals) {
  EXPECT_EQ(drawn(family(), 40, false), R"(program  sh -~  exit 0          
|- 1  ~sh       exit 1          reaped
|- 2  sleep 5   signal SIGTERM  orphaned
|  `- 2.1  ~s~  exit 0          reaped
|- 3  ~sh       exit 3          zombie
|- 4  daemon    ?               leaked
`- helper 1  ~  exit 0          reaped
)");
}

TEST(TreeLines, NoLineIsLongerThanTheTerminal) {
  for (const int columns : {40, 60, 75, 76, 80, 119, 120, 200}) {
    const Style style{.colour = false, .unicode = true, .columns = columns};
    for (const Line& line : tree_lines(family(), style, 40)) {
      EXPECT_LE(columns_of(render(line, style)), columns) << render(line, style);
    }
  }
}

TEST(TreeLines, CountsWhatItLeavesOut) {
  const std::string text = drawn(crowd(2000), 80);
  EXPECT_NE(text.find("… and 1,961 more (1,764 reaped, 197 zombie)\n"), std::string::npos) << text;
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 41);
}

TEST(TreeLines, IsHarmless) {
  EXPECT_TRUE(is_harmless(drawn(hostile_family(), 120)));
}

}  // namespace
}  // namespace harness
