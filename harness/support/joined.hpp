#pragma once

#include <string>
#include <string_view>

namespace harness {

/// Texts one after the other, with `between` between each two.
template <class Texts>
std::string joined(const Texts& texts, std::string_view between = ", ") {
  std::string all;
  bool first = true;
  for (const auto& text : texts) {
    if (!first) all += between;
    all += text;
    first = false;
  }
  return all;
}

}  // namespace harness
