#include "match/text_section.hpp"

#include <optional>
#include <set>

#include "match/bad_golden.hpp"

namespace harness {
namespace {

ScannedLine scan(const std::string& source, int line) {
  try {
    return scan_line(source);
  } catch (const CannotJudge& error) {
    throw BadLine(line, error.what());
  }
}

class TextParser {
 public:
  ExpectedText parse(std::span<const std::string> source, int first_line) {
    for (std::size_t i = 0; i < source.size(); ++i) {
      line_ = first_line + static_cast<int>(i);
      if (!text_.ends_with_newline)
        throw BadLine(line_, "a line behind '{{no newline}}', which ends the output");
      ScannedLine scanned = scan(source[i], line_);
      if (scanned.directive == Directive::none) {
        add(std::move(scanned), source[i]);
      } else {
        obey(scanned.directive);
      }
    }
    if (open_) throw BadLine(open_->line, "'{{any order}}' without '{{end}}'");
    return std::move(text_);
  }

 private:
  void add(ScannedLine scanned, const std::string& source) {
    try {
      text_.lines.emplace_back(std::move(scanned.parts), source, line_);
    } catch (const CannotJudge& error) {
      throw BadLine(line_, error.what());
    }
    check_bindings(text_.lines.back());
    if (scanned.ends_without_newline) end_without_newline();
  }

  void check_bindings(const LinePattern& pattern) {
    for (const LinePart& part : pattern.parts()) {
      if (part.kind == LinePart::Kind::binding && !bound_.insert(part.name).second) {
        throw BadLine(line_, "'" + part.name + "' is bound twice; write [[" + part.name + "]] to repeat it");
      }
    }
  }

  void obey(Directive directive) {
    switch (directive) {
      case Directive::none:
        return;
      case Directive::any_order:
        return open_block();
      case Directive::end:
        return close_block();
      case Directive::no_newline:
        return end_without_newline();
    }
  }

  void open_block() {
    if (open_) throw BadLine(line_, "'{{any order}}' inside the one of line " + std::to_string(open_->line));
    open_ = ExpectedText::Block{text_.lines.size(), 0, line_};
  }

  void close_block() {
    if (!open_) throw BadLine(line_, "'{{end}}' without '{{any order}}'");
    open_->count = text_.lines.size() - open_->first;
    if (open_->count == 0) throw BadLine(line_, "'{{any order}}' without lines");
    std::size_t patterns = 0;
    for (std::size_t i = open_->first; i < text_.lines.size(); ++i)
      patterns += text_.lines[i].literal() ? 0 : 1;
    if (patterns > max_patterns_in_block) {
      throw BadLine(open_->line, "'{{any order}}' with " + std::to_string(patterns) +
                                     " lines with patterns; at most " +
                                     std::to_string(max_patterns_in_block));
    }
    text_.blocks.push_back(*open_);
    open_.reset();
  }

  void end_without_newline() {
    if (open_) throw BadLine(line_, "'{{no newline}}' inside '{{any order}}'; it stands behind '{{end}}'");
    if (text_.lines.empty()) throw BadLine(line_, "'{{no newline}}' without a line before it");
    text_.ends_with_newline = false;
  }

  ExpectedText text_;
  std::optional<ExpectedText::Block> open_;
  std::set<std::string> bound_;
  int line_ = 0;
};

}  // namespace

ExpectedText parse_text(std::span<const std::string> source, int first_line) {
  return TextParser().parse(source, first_line);
}

std::string parse_bytes(std::span<const std::string> source, int first_line, std::string_view section) {
  std::string bytes;
  bool ended = false;
  for (std::size_t i = 0; i < source.size(); ++i) {
    const int line = first_line + static_cast<int>(i);
    if (ended) throw BadLine(line, "a line behind '{{no newline}}'");
    const ScannedLine scanned = scan(source[i], line);
    ended = scanned.ends_without_newline || scanned.directive == Directive::no_newline;
    const bool plain = scanned.parts.empty() ||
                       (scanned.parts.size() == 1 && scanned.parts[0].kind == LinePart::Kind::literal);
    if (!plain || (scanned.directive != Directive::none && !ended)) {
      throw BadLine(line, "'" + std::string(section) +
                              "' is plain text; of directives it has only {{no newline}}; " +
                              "write \\{{ or \\[[ for the characters");
    }
    if (scanned.directive == Directive::no_newline) {
      if (bytes.empty()) throw BadLine(line, "'{{no newline}}' without a line before it");
      bytes.pop_back();
      continue;
    }
    if (!scanned.parts.empty()) bytes += scanned.parts[0].text;
    if (!ended) bytes += '\n';
  }
  return bytes;
}

}  // namespace harness
