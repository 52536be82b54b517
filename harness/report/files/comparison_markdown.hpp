#pragma once

#include <string>

#include "record/record_comparison.hpp"

namespace harness {

/// A comparison as a comment for a pull request: GitHub's and GitLab's Markdown.
/// @param most  changes told of each kind; the rest is counted.
std::string comparison_markdown(const RecordComparison& comparison, const std::vector<MatrixRow>& matrix,
                                std::size_t most);

/// Text for one line of Markdown, or one cell of a table: nothing in it is markup.
std::string markdown_text(std::string_view text);

/// A piece of code in a line of Markdown, whatever it holds.
std::string markdown_code(std::string_view text);

}  // namespace harness
