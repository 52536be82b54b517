#pragma once

#include <string_view>

namespace harness {

/// Whether all of `text` matches `pattern`: `*` any characters ('/' too), `?` one character.
bool glob_matches(std::string_view pattern, std::string_view text);

}  // namespace harness
