#include "cli/golden_diff.hpp"

#include <gmock/gmock.h>

namespace harness {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Kind = DiffLine::Kind;

TEST(GoldenDiff, ShowsChangesWithWhatIsAroundThem) {
  EXPECT_THAT(golden_diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\n5\nsix \n7\n8\n9\n"),
              ElementsAre(DiffLine{Kind::omitted, "2 unchanged"}, DiffLine{Kind::same, "3"},
                          DiffLine{Kind::same, "4"}, DiffLine{Kind::same, "5"}, DiffLine{Kind::expected, "6"},
                          DiffLine{Kind::seen, "six·"}, DiffLine{Kind::same, "7"}, DiffLine{Kind::same, "8"},
                          DiffLine{Kind::same, "9"}));
}

TEST(GoldenDiff, OfANewGoldenIsAllNew) {
  EXPECT_THAT(golden_diff("", "a\nb\n"), ElementsAre(DiffLine{Kind::seen, "a"}, DiffLine{Kind::seen, "b"}));
}

TEST(GoldenDiff, OfTheSameIsOneRemark) {
  EXPECT_THAT(golden_diff("a\n", "a\n"), ElementsAre(DiffLine{Kind::omitted, "1 unchanged"}));
  EXPECT_THAT(golden_diff("", ""), IsEmpty());
}

}  // namespace
}  // namespace harness
