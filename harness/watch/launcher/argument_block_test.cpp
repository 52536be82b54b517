#include "watch/launcher/argument_block.hpp"

#include <gtest/gtest.h>

#include <cstring>

namespace harness::watch {
namespace {

using Words = std::vector<std::string>;

std::string counted(int count, std::string_view rest) {
  std::string block(sizeof count, '\0');
  std::memcpy(block.data(), &count, sizeof count);
  return block.append(rest);
}

TEST(ArgumentBlock, HasWordsThatEndInNul) {
  EXPECT_EQ(words_of_block({}), Words());
  EXPECT_EQ(words_of_block(std::string_view("a\0\0b c\0", 7)), (Words{"a", "", "b c"}));
  EXPECT_EQ(words_of_block(std::string_view("a\0b", 3)), (Words{"a", "b"}));
}

TEST(ArgumentBlock, OfMacosHasAPathBefore) {
  EXPECT_EQ(words_of_counted_block(counted(2, std::string_view("/x/p\0\0\0\0p\0a b\0HOME=/\0", 21))),
            (Words{"p", "a b"}));
}

TEST(ArgumentBlock, ThatIsTornHasNone) {
  EXPECT_EQ(words_of_counted_block("x"), Words());
  EXPECT_EQ(words_of_counted_block(counted(2, std::string_view("/x/p\0p\0", 7))), Words());
  EXPECT_EQ(words_of_counted_block(counted(-1, std::string_view("/x/p\0p\0", 7))), Words());
  EXPECT_EQ(words_of_counted_block(counted(1, "/x/p")), Words());
}

}  // namespace
}  // namespace harness::watch
