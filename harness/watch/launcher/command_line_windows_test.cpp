#include "watch/launcher/command_line_windows.hpp"

#include <gtest/gtest.h>

namespace harness::watch {
namespace {

std::vector<std::wstring> texts_of(std::wstring_view line) {
  std::vector<std::wstring> texts;
  for (const WideWord& word : words_of(line))
    texts.push_back(word.text);
  return texts;
}

using Texts = std::vector<std::wstring>;

TEST(CommandLine, IsDividedAtSpaces) {
  EXPECT_EQ(texts_of(L""), Texts{});
  EXPECT_EQ(texts_of(L"a"), Texts{L"a"});
  EXPECT_EQ(texts_of(L"a b\t c "), (Texts{L"a", L"b", L"c"}));
  EXPECT_EQ(texts_of(L"\"C:\\a b\\c.exe\" d"), (Texts{L"C:\\a b\\c.exe", L"d"}));
}

TEST(CommandLine, KnowsQuotesAndBackslashes) {
  EXPECT_EQ(texts_of(L"p \"a b\" c\"d e\"f"), (Texts{L"p", L"a b", L"cd ef"}));
  EXPECT_EQ(texts_of(L"p \"\" x"), (Texts{L"p", L"", L"x"}));
  EXPECT_EQ(texts_of(L"p a\\\"b"), (Texts{L"p", L"a\"b"}));
  EXPECT_EQ(texts_of(L"p \"a\\\\\" b"), (Texts{L"p", L"a\\", L"b"}));
  EXPECT_EQ(texts_of(L"p a\\b\\\\c d\\"), (Texts{L"p", L"a\\b\\\\c", L"d\\"}));
  EXPECT_EQ(texts_of(L"p \"a\"\"b\""), (Texts{L"p", L"a\"b"}));
}

TEST(CommandLine, TellsWhereWordsBegin) {
  const std::vector<WideWord> words = words_of(L"p  \"a b\" c");
  ASSERT_EQ(words.size(), 3U);
  EXPECT_EQ(words[1].begin, 3U);
  EXPECT_EQ(words[2].begin, 9U);
}

TEST(CommandLine, BehindTheFirstWordIsKeptAsItIs) {
  const std::vector<Word> words = words_behind_the_first(L"\"p q\"  \"a b\" c\u00e9\"\"");
  ASSERT_EQ(words.size(), 2U);
  EXPECT_EQ(words[0].text, "a b");
  EXPECT_EQ(words[0].line, "\"a b\" c\xc3\xa9\"\"");
  EXPECT_EQ(words[1].text, "c\xc3\xa9");
}

}  // namespace
}  // namespace harness::watch
