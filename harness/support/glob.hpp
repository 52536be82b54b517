#pragma once

#include <string_view>

namespace harness {

/// Whether all of `text` matches `pattern`: `*` any characters ('/' too), `?` one character.
bool glob_matches(std::string_view pattern, std::string_view text);

/// Whether it is a pattern and not a plain name.
inline bool is_glob(std::string_view text) {
  return text.find_first_of("*?") != std::string_view::npos;
}

}  // namespace harness
