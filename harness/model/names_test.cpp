#include "model/names.hpp"

#include <gtest/gtest.h>

namespace harness {
namespace {

template <class Enum>
std::size_t values_up_to(Enum last) {
  return static_cast<std::size_t>(last) + 1;
}

TEST(Names, AllWordsStandInTheOrderOfTheirValues) {
  EXPECT_EQ(all_words<StdioMode>(), (std::vector<std::string>{"pipe", "tty", "file"}));
  EXPECT_EQ(all_words<StartMethod>().size(), values_up_to(StartMethod::forkserver));
  EXPECT_EQ(all_words<Level>().size(), values_up_to(Level::root));
  EXPECT_EQ(all_words<Fate>().size(), values_up_to(Fate::leaked));
  EXPECT_EQ(all_words<Stopped>().size(), values_up_to(Stopped::interrupted));
  EXPECT_EQ(all_words<Verdict>().size(), values_up_to(Verdict::flaky));
  EXPECT_EQ(all_words<ReasonCode>().size(), values_up_to(ReasonCode::bad_golden));
  EXPECT_EQ(all_words<EventKind>().size(), values_up_to(EventKind::killed));
  EXPECT_EQ(all_words<ReapedBy>().size(), values_up_to(ReapedBy::adopter));
  EXPECT_EQ(all_words<DiffLine::Kind>().size(), values_up_to(DiffLine::Kind::omitted));
}

TEST(Names, EveryWordHasItsValue) {
  EXPECT_EQ(parse<StartMethod>("spawn"), StartMethod::spawn);
  EXPECT_EQ(parse<Verdict>("known_fail"), Verdict::known_fail);
  EXPECT_EQ(parse<ReasonCode>("wrong-tree"), ReasonCode::wrong_tree);
  EXPECT_EQ(parse<Level>("job"), Level::job);
  EXPECT_EQ(parse<Stopped>("time-limit"), Stopped::time_limit);
  EXPECT_EQ(parse<Level>("nothing"), std::nullopt);
}

}  // namespace
}  // namespace harness
