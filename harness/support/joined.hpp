#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace harness {

/// The texts of values one after the other, with `between` between each two.
template <class Values, class TextOf = std::identity>
std::string joined(const Values& values, std::string_view between = ", ", TextOf text_of = {}) {
  std::string all;
  bool first = true;
  for (const auto& value : values) {
    if (!first) all += between;
    all += text_of(value);
    first = false;
  }
  return all;
}

}  // namespace harness
