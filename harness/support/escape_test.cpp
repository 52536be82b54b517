#include "support/escape.hpp"

#include <gmock/gmock.h>

namespace harness {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Visible, LeavesOrdinaryTextAlone) {
  EXPECT_EQ(visible("Exitcode: 1, größer ✓"), "Exitcode: 1, größer ✓");
}

TEST(Visible, ShowsControlCharacters) {
  EXPECT_EQ(visible("a\tb\rc\x1b[2J\x07"), "a\\tb\\rc\\e[2J\\x07");
  EXPECT_EQ(visible(std::string_view("a\0b", 3)), "a\\0b");
}

TEST(Visible, ShowsBytesThatAreNotUtf8) {
  EXPECT_EQ(visible("\xff\xc0\x80"), "\\xff\\xc0\\x80");
  EXPECT_EQ(visible("\xed\xa0\x80"), "\\xed\\xa0\\x80");
  EXPECT_EQ(visible("cut \xe2\x82"), "cut \\xe2\\x82");
}

TEST(Visible, ShowsCharactersThatReorderOrHide) {
  EXPECT_EQ(visible("a\u202Eb\u200Bc\u00A0"), "a\\u{202e}b\\u{200b}c\\u{00a0}");
}

TEST(Visible, ShowsTheLastSpaceOnly) {
  EXPECT_EQ(visible("a b "), "a b·");
}

TEST(Html, EscapesMarkup) {
  EXPECT_EQ(html("<a href='x'>&\""), "&lt;a href=&#39;x&#39;&gt;&amp;&quot;");
}

TEST(LinesOf, CountsAnUnendedLine) {
  EXPECT_THAT(lines_of(""), IsEmpty());
  EXPECT_THAT(lines_of("a\nb"), ElementsAre("a", "b"));
  EXPECT_THAT(lines_of("a\n\n"), ElementsAre("a", ""));
}

}  // namespace
}  // namespace harness
