#include "support/utf8.hpp"

#include <gtest/gtest.h>

#include "support/errors.hpp"

namespace harness {
namespace {

TEST(Utf8, KnowsWhatIsWellFormed) {
  for (const char* text : {"", "a", "ä", "✓", "😀", "\xf4\x8f\xbf\xbf"})
    EXPECT_TRUE(is_utf8(text)) << text;
  for (const char* text : {"\xff", "\xc0\x80", "\xe2\x82", "\xed\xa0\x80", "\xf4\x90\x80\x80", "a\x80"}) {
    EXPECT_FALSE(is_utf8(text)) << text;
  }
}

TEST(Utf8, ReplacesStrayBytesAlone) {
  EXPECT_EQ(with_replacements("a\xff✓\xe2"), "a\ufffd✓\ufffd");
}

TEST(Base64, IsTheOneOfTheStandard) {
  EXPECT_EQ(base64(""), "");
  EXPECT_EQ(base64("f"), "Zg==");
  EXPECT_EQ(base64("fo"), "Zm8=");
  EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
}

TEST(Base64, ReadsEveryByteItWrites) {
  std::string bytes;
  for (int i = 0; i < 256; ++i) {
    bytes += static_cast<char>(i);
    EXPECT_EQ(from_base64(base64(bytes)), bytes);
  }
}

TEST(Base64, RefusesWhatIsNone) {
  for (const char* text : {"Z", "Zg=", "Zg==Zg==", "Z?==", "===="})
    EXPECT_THROW(from_base64(text), CannotJudge) << text;
}

}  // namespace
}  // namespace harness
