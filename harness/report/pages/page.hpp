#pragma once

#include <string>
#include <string_view>

#include "record/json.hpp"

namespace harness {

/// Text of several lines for HTML, every line made visible and escaped; its line ends kept.
std::string html_text(std::string_view text);

/// A Mustache template filled with values. `{{x}}` is html_text(x); `{{{x}}}` is x as it is, for what was
/// rendered before. Every key that a section asks for has to be there: a missing one is looked up outside.
std::string render_page(std::string_view page_template, const Json& values);

}  // namespace harness
