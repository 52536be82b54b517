#include "match/line_diff.hpp"

#include <gmock/gmock.h>

namespace harness {
namespace {

using Kind = DiffLine::Kind;

std::string script(const std::string& expected, const std::string& seen) {
  const Edits edits = align(expected.size(), seen.size(), seen.size(),
                            [&](std::size_t i, std::size_t j) { return expected[i] == seen[j]; });
  std::string text;
  for (const Edit& step : edits.steps) {
    if (step.kind == Kind::same) text += expected[step.expected];
    if (step.kind == Kind::expected) text += std::string("-") + expected[step.expected];
    if (step.kind == Kind::seen) text += std::string("+") + seen[step.seen];
  }
  return text;
}

TEST(Align, FindsAShortestScript) {
  EXPECT_EQ(script("abc", "abc"), "abc");
  EXPECT_EQ(script("abc", "abd"), "ab-c+d");
  EXPECT_EQ(script("abc", "ac"), "a-bc");
  EXPECT_EQ(script("ac", "abc"), "a+bc");
  EXPECT_EQ(script("", "ab"), "+a+b");
  EXPECT_EQ(script("ab", ""), "-a-b");
  EXPECT_EQ(script("xaybz", "aqb"), "-xa-y+qb-z");
  EXPECT_EQ(script("", ""), "");
}

TEST(Align, LooksAtABoundedNumberOfPairs) {
  std::size_t asked = 0;
  const Edits edits = align(200'000, 200'000, 200'000, [&](std::size_t, std::size_t) {
    ++asked;
    return false;
  });
  EXPECT_LT(asked, 1'000'000U);
  EXPECT_EQ(edits.expected_left, 199'800U);
  EXPECT_EQ(edits.seen_left, 199'800U);
}

TEST(Align, EqualEndsTakeLinearTime) {
  std::size_t asked = 0;
  const Edits edits = align(100'000, 100'000, 100'000, [&](std::size_t i, std::size_t j) {
    ++asked;
    return i == j && i != 50'000;
  });
  EXPECT_LT(asked, 110'000U);
  EXPECT_EQ(edits.steps.size(), 100'001U);
}

TEST(DiffBuilder, KeepsItsBounds) {
  DiffBuilder many;
  for (int i = 0; i < 1000; ++i)
    many.add(Kind::seen, "x");
  const std::vector<DiffLine> lines = many.finish();
  ASSERT_EQ(lines.size(), most_diff_lines);
  EXPECT_EQ(lines.back(), (DiffLine{Kind::omitted, "… 937 more lines"}));

  DiffBuilder long_lines;
  for (int i = 0; i < 40; ++i)
    long_lines.add(Kind::seen, std::string(500, 'x'));
  std::size_t bytes = 0;
  for (const DiffLine& line : long_lines.finish())
    bytes += line.text.size();
  EXPECT_LE(bytes, most_diff_bytes + 100);
}

}  // namespace
}  // namespace harness
