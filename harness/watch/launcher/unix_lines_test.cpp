#include "watch/launcher/unix_lines.hpp"

#include <gtest/gtest.h>

namespace harness::watch {
namespace {

std::string taken(std::initializer_list<std::string_view> pieces) {
  UnixLines lines;
  std::string text;
  for (const std::string_view piece : pieces)
    text += lines.take(piece);
  return text + lines.rest();
}

TEST(UnixLines, EndWithoutACarriageReturn) {
  EXPECT_EQ(taken({"a\r\nb\r\n"}), "a\nb\n");
  EXPECT_EQ(taken({"a\nb"}), "a\nb");
  EXPECT_EQ(taken({"\r\r\n"}), "\r\n");
}

TEST(UnixLines, KeepOtherCarriageReturns) {
  EXPECT_EQ(taken({"a\rb\r"}), "a\rb\r");
}

TEST(UnixLines, AreFoundAcrossPieces) {
  EXPECT_EQ(taken({"a\r", "\nb\r", "", "c\r", "\r", "\n"}), "a\nb\rc\r\n");
}

}  // namespace
}  // namespace harness::watch
