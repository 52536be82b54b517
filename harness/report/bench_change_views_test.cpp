#include "report/bench_change_views.hpp"

#include <gmock/gmock.h>

namespace harness {
namespace {

TEST(BenchChangeViews, SayTheSameForPeopleAndPrograms) {
  const std::vector<BenchChange> changes{{.name = "start/fork",
                                          .kind = BenchChange::Kind::slower,
                                          .first = 2.0,
                                          .second = 2.4,
                                          .change = 1.2,
                                          .resolution = 1.03}};
  const Style style;
  EXPECT_THAT(render(bench_change_lines(changes, style), style),
              testing::HasSubstr("+20.0 % slower, beyond the noise"));
  EXPECT_THAT(bench_change_markdown(changes), testing::HasSubstr("| start/fork | 2.00 | 2.40 |"));
  EXPECT_EQ(bench_change_json(changes)["changes"].at(0)["kind"], "slower");
}

}  // namespace
}  // namespace harness
