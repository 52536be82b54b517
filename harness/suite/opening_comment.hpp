#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/start_method.hpp"

namespace harness {

/// What a scenario says of itself in the comment at its top.
struct OpeningComment {
  std::string title;
  std::string teaching;
  std::string source;
  std::vector<StartMethod> start_methods;  ///< all three where the comment does not say; none for "none"
  std::vector<std::string> platforms;
};

/// Reads the leading `//` comment of C++ or `#` comment (or docstring) of Python.
/// @throws CannotJudge for an unknown start method, naming `file` and the line.
OpeningComment read_opening_comment(std::string_view source_text, const std::string& file);

}  // namespace harness
