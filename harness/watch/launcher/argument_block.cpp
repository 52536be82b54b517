#include "watch/launcher/argument_block.hpp"

#include <algorithm>
#include <cstring>

namespace harness::watch {

std::vector<std::string> words_of_block(std::string_view block) {
  std::vector<std::string> words;
  while (!block.empty()) {
    const std::size_t length = std::min(block.find('\0'), block.size());
    words.emplace_back(block.substr(0, length));
    block.remove_prefix(std::min(length + 1, block.size()));
  }
  return words;
}

std::vector<std::string> words_of_counted_block(std::string_view block) {
  int count = 0;
  if (block.size() < sizeof count) return {};
  std::memcpy(&count, block.data(), sizeof count);
  block.remove_prefix(sizeof count);
  block.remove_prefix(std::min(block.find('\0'), block.size()));
  block.remove_prefix(std::min(block.find_first_not_of('\0'), block.size()));
  std::vector<std::string> words = words_of_block(block);
  if (count < 0 || words.size() < static_cast<std::size_t>(count)) return {};
  words.resize(static_cast<std::size_t>(count));
  return words;
}

}  // namespace harness::watch
