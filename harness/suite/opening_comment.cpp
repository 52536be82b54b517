#include "suite/opening_comment.hpp"

#include <optional>
#include <utility>

#include "model/names.hpp"
#include "support/errors.hpp"
#include "support/escape.hpp"

namespace harness {
namespace {

constexpr std::string_view blanks = " \t";

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

std::vector<std::string> split_at_commas(std::string_view list) {
  std::vector<std::string> words;
  while (true) {
    const std::size_t comma = list.find(',');
    words.emplace_back(trimmed(list.substr(0, comma)));
    if (comma == std::string_view::npos) return words;
    list.remove_prefix(comma + 1);
  }
}

// The text of a comment line behind its mark, or nothing where the comment has ended.
std::optional<std::string_view> comment_text(std::string_view line) {
  for (const std::string_view mark : {"//", "#"}) {
    if (line.starts_with(mark)) return trimmed(line.substr(mark.size()));
  }
  return std::nullopt;
}

bool is_skipped_at_top(std::string_view line) {
  return line.empty() || line.starts_with("#!");
}

bool starts_with_directive(std::string_view line) {
  return line.starts_with("#include");
}

// The comment's lines with their numbers in the file.
std::vector<std::pair<int, std::string>> comment_lines(std::string_view source_text) {
  std::vector<std::pair<int, std::string>> comment;
  bool in_docstring = false;
  int number = 0;
  for (const std::string& line : lines_of(source_text)) {
    ++number;
    constexpr std::string_view quotes = R"(""")";
    if (in_docstring) {
      const std::size_t end = line.find(quotes);
      comment.emplace_back(number, trimmed(std::string_view(line).substr(0, end)));
      if (end != std::string::npos) break;
    } else if (comment.empty() && line.starts_with(quotes)) {
      const std::string_view rest = std::string_view(line).substr(quotes.size());
      const std::size_t end = rest.find(quotes);
      comment.emplace_back(number, trimmed(rest.substr(0, end)));
      if (end != std::string_view::npos) break;
      in_docstring = true;
    } else if (const auto text = comment_text(line); text && !starts_with_directive(line)) {
      if (comment.empty() && is_skipped_at_top(line)) continue;
      comment.emplace_back(number, *text);
    } else if (!comment.empty() || !is_skipped_at_top(line)) {
      break;
    }
  }
  return comment;
}

std::vector<StartMethod> read_start_methods(std::string_view list, const std::string& place) {
  std::vector<StartMethod> methods;
  if (list == "none") return methods;
  for (const std::string& word : split_at_commas(list)) {
    const std::optional<StartMethod> method = parse<StartMethod>(word);
    if (!method) {
      throw CannotJudge(place + ": unknown start method '" + word +
                        "'; there are: fork, spawn, forkserver, none");
    }
    methods.push_back(*method);
  }
  return methods;
}

void append(std::string& text, std::string_view line) {
  if (line.empty()) {
    if (!text.empty() && !text.ends_with("\n\n")) text += "\n\n";
    return;
  }
  if (!text.empty() && !text.ends_with('\n')) text += ' ';
  text += line;
}

void trim_end(std::string& text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == ' '))
    text.pop_back();
}

// The first sentence ends at a full stop before a blank or at the end.
std::size_t end_of_sentence(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool stop =
        text[at] == '.' && (at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\n');
    if (stop) return at + 1;
    if (text.substr(at).starts_with("\n\n")) return at;
  }
  return text.size();
}

}  // namespace

OpeningComment read_opening_comment(std::string_view source_text, const std::string& file) {
  OpeningComment comment;
  comment.start_methods = {StartMethod::fork, StartMethod::spawn, StartMethod::forkserver};
  std::string prose;
  std::string* current = &prose;
  for (const auto& [number, line] : comment_lines(source_text)) {
    const std::string_view text = line;
    const auto value = [&](std::string_view key) { return trimmed(text.substr(key.size())); };
    if (text.starts_with("Source:")) {
      comment.source = value("Source:");
      current = &comment.source;
    } else if (text.starts_with("Start methods:")) {
      comment.start_methods =
          read_start_methods(value("Start methods:"), file + ":" + std::to_string(number));
      current = &prose;
    } else if (text.starts_with("Platforms:")) {
      comment.platforms = split_at_commas(value("Platforms:"));
      current = &prose;
    } else {
      append(*current, text);
    }
  }
  trim_end(comment.source);
  const std::size_t end = end_of_sentence(prose);
  comment.title = prose.substr(0, end);
  comment.teaching = prose.substr(end);
  trim_end(comment.teaching);
  comment.teaching.erase(0, std::min(comment.teaching.find_first_not_of(" \n"), comment.teaching.size()));
  return comment;
}

}  // namespace harness
