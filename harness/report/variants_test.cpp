#include "report/variants.hpp"

#include <gmock/gmock.h>

namespace harness {
namespace {

using testing::ElementsAre;

TEST(InFewWords, TellsAProductOnce) {
  std::vector<Variant> variants;
  for (const StdioMode stdio : {StdioMode::tty, StdioMode::pipe}) {
    for (const StartMethod method : {StartMethod::spawn, StartMethod::fork}) {
      variants.push_back({"reference", method, stdio});
    }
  }
  EXPECT_THAT(in_few_words(variants), ElementsAre("fork, spawn on pipe, tty"));
}

TEST(InFewWords, SeparatesWhatDiffers) {
  const std::vector<Variant> variants{{"reference", StartMethod::fork, StdioMode::tty},
                                      {"reference", StartMethod::forkserver, StdioMode::pipe},
                                      {"reference", StartMethod::spawn, StdioMode::tty}};
  EXPECT_THAT(in_few_words(variants), ElementsAre("fork, spawn on tty; forkserver on pipe"));
}

TEST(InFewWords, NamesImplementationsWhereTheReferenceIsNotAlone) {
  const std::vector<Variant> variants{{"reference", std::nullopt, StdioMode::tty},
                                      {"cpython 3.11.2", std::nullopt, StdioMode::pipe}};
  EXPECT_THAT(in_few_words(variants), ElementsAre("reference: on tty", "cpython 3.11.2: on pipe"));
}

TEST(Variant, InWords) {
  EXPECT_EQ(to_string(Variant{"reference", std::nullopt, StdioMode::tty}), "tty");
  EXPECT_EQ(to_string(Variant{"cpython 3.11.2", StartMethod::fork, StdioMode::pipe}),
            "cpython 3.11.2, fork, pipe");
}

}  // namespace
}  // namespace harness
