#include "report/terminal/timeline_lines.hpp"

#include <gmock/gmock.h>

#include "record/test_observations.hpp"
#include "record/test_results.hpp"
#include "report/terminal/columns.hpp"

namespace harness {
namespace {

std::string drawn(const Observation& seen, int columns, bool unicode = true, std::size_t most = 40) {
  const Style style{.colour = false, .unicode = unicode, .columns = columns};
  return render(timeline_lines(seen, style, most), style);
}

TEST(TimelineLines, DrawsALaneForEachProcess) {
  EXPECT_EQ(drawn(family(), 80), R"(                        0             50 ms          100 ms         150 ms
program  sh             ◆━━━━━━━━━━━━━━━━━━━━━━━━━━━━┫
1  ~sh                    ━━•━━━━━━━━━━━━┫✓
2  sleep                     ━◆━━━━━━━━━━━━━━━━━━━━━━╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍✗
2.1  ~sleep                        ━━‖┈┈▸━━━┫✓
3  ~sh                          ━━━━━━┫░░░░░░░░░░░░░░░
4  daemon                         ◆━━━━━━━━━━━━━━━━━━╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍☓╍
helper 1  ~sh (helper)   ━━━━━━━━━━━━━━━━━━━━━━━━━━━━┫✓
output                         ◦
━ alive   ╍ alive, orphaned   ┈ stopped   ░ zombie: dead, not waited for
◆ exec   • wrote to stdout   ◦ wrote to stderr   ‖ stops   ▸ goes on   ┫ exit 0
┫ exit, not 0   ✗ ended by a signal   ☓ killed by the harness   ✓ reaped
)");
}

TEST(TimelineLines, DrawsInAsciiToo) {
  EXPECT_EQ(drawn(family(), 40, false), R"(               0           100 ms
program  sh    >===========]
1  ~sh          o=====]r
2  sleep         >=========~~~~~~~x
2.1  ~sleep         s.c]r
3  ~sh            ===]zzzzzz
4  daemon          >=======~~~~~~~~~~K~
helper 1  ~s~  ============]r
output            e
= alive   ~ alive, orphaned   . stopped
z zombie: dead, not waited for   > exec
o wrote to stdout   e wrote to stderr
s stops   c goes on   ] exit 0
] exit, not 0   x ended by a signal
K killed by the harness   r reaped
)");
}

TEST(TimelineLines, NoLineIsLongerThanTheTerminal) {
  for (const int columns : {20, 40, 41, 80, 200}) {
    for (const bool unicode : {true, false}) {
      const Style style{.colour = false, .unicode = unicode, .columns = columns};
      for (const Line& line : timeline_lines(family(), style, 40)) {
        EXPECT_LE(columns_of(line), std::max(columns, 30)) << render(line, style);
      }
    }
  }
}

TEST(TimelineLines, IsBounded) {
  const std::vector<Line> lines =
      timeline_lines(crowd(2000), {.colour = false, .unicode = true, .columns = 80}, 40);
  EXPECT_LE(lines.size(), 44U);
  EXPECT_THAT(drawn(crowd(2000), 80), testing::HasSubstr("… and 1,961 more"));
}

TEST(TimelineLines, ColoursTellThePhasesApart) {
  const Style style{.colour = true, .unicode = true, .columns = 80};
  const std::string text = render(timeline_lines(family(), style, 40), style);
  EXPECT_THAT(text, testing::HasSubstr("\x1b[33m╍"));
  EXPECT_THAT(text, testing::HasSubstr("\x1b[31m░"));
  EXPECT_THAT(text, testing::HasSubstr("\x1b[32m━"));
}

TEST(TimelineLines, IsHarmless) {
  EXPECT_TRUE(is_harmless(drawn(hostile_family(), 120)));
  EXPECT_TRUE(is_harmless(drawn(Observation{}, 80)));
}

}  // namespace
}  // namespace harness
