#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grade/result.hpp"

namespace harness {

/// One file of a form of results.
struct FormatFile {
  std::string path;  ///< relative to the form's own folder; empty: the form is this one file
  std::string content;
};

/// A form in which other systems want results.
struct ResultFormat {
  std::string_view name;     ///< "gradescope"
  std::string_view ending;   ///< of its file's name: "gradescope.json"; of a folder: "artemis"
  std::string_view summary;  ///< what takes it
  std::vector<FormatFile> (*render)(const SubmissionResult& result);
};

/// All forms; each is written from the same result, and tells a student nothing of hidden items.
std::span<const ResultFormat> result_formats();
std::vector<std::string> names_of_result_formats();

/// @throws UsageError for an unknown name, with the closest one.
const ResultFormat& result_format(std::string_view name);

/// What a student reads about one item: message, evidence, hints.
std::string item_text(const ItemResult& item);

/// The score of what a student may see, and how much that is of all.
double score_fraction(const SubmissionResult& result);

std::string plain_feedback(const SubmissionResult& result);
std::string markdown_feedback(const SubmissionResult& result);
std::string html_feedback(const SubmissionResult& result);

}  // namespace harness
