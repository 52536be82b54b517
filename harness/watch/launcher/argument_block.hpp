#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace harness::watch {

/// The words of a block in which a NUL stands behind each.
std::vector<std::string> words_of_block(std::string_view block);

/// The same of a block of macOS: how many words there are, the path of the file, its padding of NULs, the
/// words, and the environment behind them. Empty where the block is torn.
std::vector<std::string> words_of_counted_block(std::string_view block);

}  // namespace harness::watch
