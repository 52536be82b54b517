#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace harness {

/// Makes every invisible or dangerous character of one line visible, so that a terminal or a page shows what
/// is there and obeys none of it: control characters (tab as `\t`, escape as `\e`, others as `\xNN`), bytes
/// that are not UTF-8, and the Unicode characters that reorder or hide text (`\u{NNNN}`). A space at the end
/// of the line is shown as `·`.
std::string visible(std::string_view line);

/// For HTML text and attributes: & < > " ' become entities, after visible().
std::string html(std::string_view line);

/// The lines of `text` without their ends. A last line that lacks its newline is a line; text that is empty
/// or ends in a newline has no empty last line.
std::vector<std::string> lines_of(std::string_view text);

}  // namespace harness
