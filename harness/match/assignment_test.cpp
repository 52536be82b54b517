#include "match/assignment.hpp"

#include <gmock/gmock.h>

#include <random>
#include <set>
#include <utility>

namespace harness {
namespace {

using Fits = std::set<std::pair<std::size_t, std::size_t>>;

Matching assigned(const std::vector<Quota>& places, std::size_t items, const Fits& fits) {
  return assign(places, items, [&](std::size_t place, std::size_t item) {
    return fits.contains({place, item});
  });
}

TEST(Assign, MovesAnItemOnToMakeRoom) {
  const Matching found = assigned({{1, 1}, {1, 1}}, 2, {{0, 0}, {0, 1}, {1, 0}});
  EXPECT_TRUE(found.complete);
  EXPECT_EQ(found.place_of[0], 1U);
  EXPECT_EQ(found.place_of[1], 0U);
}

TEST(Assign, GivesEveryPlaceItsLeastFirst) {
  const Matching found = assigned({{0, 3}, {2, 2}}, 3, {{0, 0}, {0, 1}, {0, 2}, {1, 0}, {1, 1}, {1, 2}});
  EXPECT_TRUE(found.complete);
  EXPECT_THAT(found.taken, testing::ElementsAre(1, 2));
}

TEST(Assign, IsIncompleteWhereAPlaceLacksOrAnItemIsLeft) {
  EXPECT_FALSE(assigned({{1, 1}}, 0, {}).complete);
  EXPECT_FALSE(assigned({{0, 1}}, 2, {{0, 0}, {0, 1}}).complete);
  EXPECT_TRUE(assigned({}, 0, {}).complete);
  EXPECT_TRUE(assigned({{0, 1}}, 0, {}).complete);
}

// All ways, tried one by one.
bool some_way(const std::vector<Quota>& places, std::size_t items, const Fits& fits,
              std::vector<std::size_t>& taken, std::size_t item) {
  if (item == items) {
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (taken[i] < places[i].least) return false;
    }
    return true;
  }
  for (std::size_t place = 0; place < places.size(); ++place) {
    if (!fits.contains({place, item}) || taken[place] == places[place].most) continue;
    ++taken[place];
    if (some_way(places, items, fits, taken, item + 1)) return true;
    --taken[place];
  }
  return false;
}

TEST(Assign, IsCompleteExactlyWhereThereIsAWay) {
  std::mt19937 random(1);
  const auto number = [&](std::size_t most) {
    return std::uniform_int_distribution<std::size_t>(0, most)(random);
  };
  int complete = 0;
  for (int round = 0; round < 3000; ++round) {
    std::vector<Quota> places(1 + number(3));
    for (Quota& place : places) {
      place.least = number(2);
      place.most = std::max<std::size_t>(1, place.least + number(1));
    }
    const std::size_t items = number(5);
    Fits fits;
    for (std::size_t place = 0; place < places.size(); ++place) {
      for (std::size_t item = 0; item < items; ++item) {
        if (number(1) == 0) fits.insert({place, item});
      }
    }
    std::vector<std::size_t> taken(places.size());
    const bool expected = some_way(places, items, fits, taken, 0);
    const Matching found = assigned(places, items, fits);
    ASSERT_EQ(found.complete, expected) << "round " << round;
    complete += expected ? 1 : 0;
    for (std::size_t item = 0; item < items; ++item) {
      const auto place = found.place_of[item];
      ASSERT_TRUE(!place || fits.contains({*place, item}));
    }
  }
  EXPECT_GT(complete, 200);
}

TEST(Assign, ManyEqualItemsAreNoTrouble) {
  const std::vector<Quota> places{{10'000, 11'000}, {0, 10}};
  EXPECT_TRUE(assign(places, 10'000, [](std::size_t, std::size_t) { return true; }).complete);
  EXPECT_FALSE(assign(places, 11'100, [](std::size_t, std::size_t) { return true; }).complete);
}

}  // namespace
}  // namespace harness
