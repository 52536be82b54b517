#include "grade/result.hpp"

#include <gmock/gmock.h>

#include "grade/result_json.hpp"
#include "grade/test_grading.hpp"
#include "support/errors.hpp"

namespace harness {
namespace {

using std::chrono::hours;

class Scoring : public testing::Test {
 protected:
  Scoring() : assignment_(some_assignment({"a", "b", "c"})) {
    for (const AssignmentItem& item : assignment_.items) {
      ItemResult one{.name = item.name, .points = 1, .max_points = 1};
      one.verdict = Verdict::pass;
      one.judged = true;
      result_.items.push_back(one);
    }
  }
  void group(GroupRule rule) {
    assignment_.groups = {{"g", "g", rule, std::nullopt}};
    for (std::size_t i = 0; i < 2; ++i)
      assignment_.items[i].group = result_.items[i].group = "g";
  }
  double score(std::optional<std::chrono::system_clock::time_point> submitted = {}) {
    settle_score(result_, assignment_, submitted);
    return result_.score;
  }

  Assignment assignment_;
  SubmissionResult result_;
};

TEST_F(Scoring, PointsAddUp) {
  result_.items[1].points = 0;
  EXPECT_EQ(score(), 2);
  EXPECT_EQ(result_.max_score, 3);
}

TEST_F(Scoring, OneLostItemCostsTheWholeGroup) {
  group(GroupRule::all_or_nothing);
  EXPECT_EQ(score(), 3);
  result_.items[1].points = 0;
  EXPECT_EQ(score(), 1);
  EXPECT_EQ(result_.items[0].points, 0);
}

TEST_F(Scoring, AWeightIsSharedByPoints) {
  group(GroupRule::sum);
  assignment_.groups.front().weight = 9;
  assignment_.items[0].points = 2;
  EXPECT_EQ(points_of(assignment_, assignment_.items[0]), 6);
  EXPECT_EQ(points_of(assignment_, assignment_.items[1]), 3);
  EXPECT_EQ(assignment_.points(), 10);
}

TEST_F(Scoring, LatenessTakesOffForEveryDayBegun) {
  const std::chrono::system_clock::time_point due{hours(1000)};
  assignment_.late = {due, std::chrono::minutes(10), 10, 25, 5};
  EXPECT_EQ(score(due), 3);
  EXPECT_EQ(score(due + std::chrono::minutes(10)), 3);
  EXPECT_EQ(score(due + hours(1)), 2.7);
  EXPECT_EQ(score(due + hours(25)), 2.4);
  EXPECT_EQ(score(due + hours(24 * 4)), 2.25);
  EXPECT_EQ(score(due + hours(24 * 6)), 0);
}

TEST(Record, ComesBackAsItWas) {
  const SubmissionResult result = some_result();
  EXPECT_EQ(result_of_json(to_json(result).dump(), "x"), result);
  EXPECT_THROW(result_of_json("{\"submission\": 7}", "x"), CannotJudge);
  EXPECT_THROW(result_of_json("{\"submission\"", "x"), CannotJudge);
}

TEST(Record, HasTheKeysThatOthersRelyOn) {
  const Json json = to_json(some_result());
  EXPECT_EQ(json.at("submission"), "ann");
  EXPECT_EQ(json.at("score"), 2);
  EXPECT_EQ(json.at("max_score"), 10);
  const Json& item = json.at("items").at(1);
  EXPECT_EQ(item.at("name"), "wrong");
  EXPECT_EQ(item.at("points"), 0);
  EXPECT_EQ(item.at("max_points"), 3);
  EXPECT_EQ(item.at("verdict"), "fail");
  EXPECT_EQ(item.at("reason_code"), "wrong-tree");
  EXPECT_TRUE(json.at("items").at(0).at("reason_code").is_null());
  EXPECT_TRUE(item.contains("message"));
}

TEST(Points, AreShort) {
  EXPECT_EQ(points_text(2), "2");
  EXPECT_EQ(points_text(1.5), "1.5");
  EXPECT_EQ(points_text(1.0 / 3), "0.33");
}

}  // namespace
}  // namespace harness
