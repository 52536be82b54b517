#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace harness {

/// The candidate with the smallest edit distance to `word`, where that is at most half of the word.
std::optional<std::string> closest(std::string_view word, std::span<const std::string> candidates);

}  // namespace harness
