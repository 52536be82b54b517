#include "model/verdict.hpp"

#include <gtest/gtest.h>

#include "model/names.hpp"

namespace harness {
namespace {

std::vector<Verdict> all_verdicts() {
  std::vector<Verdict> all;
  for (const std::string& word : all_words<Verdict>())
    all.push_back(*parse<Verdict>(word));
  return all;
}

TEST(Verdicts, CountOnceAndAddUp) {
  Counts counts;
  for (const Verdict verdict : all_verdicts())
    counts.add(verdict);
  EXPECT_EQ(counts, (Counts{.passed = 1, .failed = 4, .broken = 1, .skipped = 1, .known_failures = 1}));
  counts.add(counts);
  EXPECT_EQ(counts.done(), 16);
  EXPECT_EQ(counts.known_failures, 2);
}

TEST(Verdicts, AreWrongWhereSomebodyHasToLook) {
  std::string wrong;
  for (const Verdict verdict : all_verdicts())
    if (is_wrong(verdict)) wrong += std::string(to_string(verdict)) + " ";
  EXPECT_EQ(wrong, "fail timeout broken unexpected_pass flaky ");
}

}  // namespace
}  // namespace harness
