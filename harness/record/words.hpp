#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace harness {

/// Gives every text that it meets a number, equal texts the same one. Records that are compared share one.
class Words {
 public:
  Words() = default;
  Words(Words&&) = default;  // a copy's numbers would point at the texts of the first
  Words& operator=(Words&&) = default;

  std::uint32_t number_of(std::string_view text) {
    const auto found = numbers_.find(text);
    if (found != numbers_.end()) return found->second;
    const auto number = static_cast<std::uint32_t>(texts_.size());
    numbers_.emplace(texts_.emplace_back(text), number);
    return number;
  }
  std::size_t size() const { return texts_.size(); }
  const std::string& text_of(std::uint32_t number) const { return texts_.at(number); }

 private:
  std::deque<std::string> texts_;  // what numbers_ points at stays where it is
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
};

}  // namespace harness
