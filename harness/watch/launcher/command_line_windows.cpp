#include "watch/launcher/command_line_windows.hpp"

#include "watch/launcher/text_windows.hpp"

namespace harness::watch {
namespace {

bool is_space(wchar_t c) {
  return c == L' ' || c == L'\t';
}

class Scanner {
 public:
  explicit Scanner(std::wstring_view line) : line_(line) {}

  bool at_end() const { return at_ >= line_.size(); }
  std::size_t position() const { return at_; }

  void skip_spaces() {
    while (!at_end() && is_space(line_[at_]))
      ++at_;
  }

  std::wstring program() {
    std::wstring text;
    for (bool quoted = false; !at_end() && (quoted || !is_space(line_[at_])); ++at_) {
      if (line_[at_] == L'"')
        quoted = !quoted;
      else
        text += line_[at_];
    }
    return text;
  }

  std::wstring argument() {
    std::wstring text;
    bool quoted = false;
    while (!at_end() && (quoted || !is_space(line_[at_]))) {
      const std::size_t slashes = count_backslashes();
      const bool before_quote = at_ + slashes < line_.size() && line_[at_ + slashes] == L'"';
      at_ += slashes;
      if (!before_quote) {
        text.append(slashes, L'\\');
        if (slashes == 0) text += line_[at_++];
        continue;
      }
      text.append(slashes / 2, L'\\');
      if (slashes % 2 == 1) {
        text += L'"';
      } else if (quoted && at_ + 1 < line_.size() && line_[at_ + 1] == L'"') {
        text += L'"';  // two between quotes are one
        ++at_;
      } else {
        quoted = !quoted;
      }
      ++at_;
    }
    return text;
  }

 private:
  std::size_t count_backslashes() const {
    std::size_t count = 0;
    while (at_ + count < line_.size() && line_[at_ + count] == L'\\')
      ++count;
    return count;
  }

  std::wstring_view line_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<WideWord> words_of(std::wstring_view command_line) {
  std::vector<WideWord> words;
  Scanner scanner(command_line);
  for (scanner.skip_spaces(); !scanner.at_end(); scanner.skip_spaces()) {
    const std::size_t begin = scanner.position();
    words.push_back({words.empty() ? scanner.program() : scanner.argument(), begin});
  }
  return words;
}

std::vector<Word> words_behind_the_first(std::wstring_view command_line) {
  std::vector<Word> words;
  for (const auto& [text, begin] : words_of(command_line)) {
    if (begin != 0) words.push_back({utf8(text), utf8(command_line.substr(begin))});
  }
  return words;
}

}  // namespace harness::watch
