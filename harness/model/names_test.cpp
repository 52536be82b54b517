#include "model/names.hpp"

#include <gtest/gtest.h>

namespace harness {
namespace {

// The last enumerator of each set: where one is added without its word, at() throws here.
TEST(Names, EveryValueHasItsWord) {
  EXPECT_EQ(to_string(StartMethod::forkserver), "forkserver");
  EXPECT_EQ(to_string(StdioMode::file), "file");
  EXPECT_EQ(to_string(Level::root), "root");
  EXPECT_EQ(to_string(Fate::leaked), "leaked");
  EXPECT_EQ(to_string(Stopped::interrupted), "interrupted");
  EXPECT_EQ(to_string(Verdict::flaky), "flaky");
  EXPECT_EQ(to_string(ReasonCode::bad_golden), "bad-golden");
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
