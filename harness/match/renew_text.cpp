#include "match/renew_text.hpp"

#include <algorithm>
#include <optional>

#include "match/assignment.hpp"
#include "match/compare_text.hpp"
#include "match/text_match.hpp"

namespace harness {
namespace {

constexpr std::size_t most_pairs = 1'000'000;
constexpr std::size_t largest_block = 200;
constexpr int least_pid = 1000;  // smaller numbers are printed for many other reasons

bool is_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

// The process whose pid a word of digits is.
std::optional<std::string> process_of(std::string_view digits, const Observation& seen) {
  const bool whole = sees_every_process(seen.level);
  for (const Process& process : seen.processes) {
    if (process.helper || !process.pid || *process.pid < least_pid) continue;
    if (std::to_string(*process.pid) != digits) continue;
    if (whole || process.id == "program") return process.id;
  }
  return std::nullopt;
}

// A line that stands for this text, with pids by the processes they belong to.
std::string literal_line(std::string_view text, const Observation& seen) {
  std::string line;
  std::size_t start = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_word(text[end]))
      ++end;
    const std::string_view word = text.substr(at, end - at);
    if (!word.empty() && std::ranges::all_of(word, is_digit)) {
      if (const auto process = process_of(word, seen)) {
        line += escaped_line(text.substr(start, at - start));
        append_directive(line, "[[pid " + *process + "]]");
        start = end;
      }
    }
    at = std::max(end, at + 1);
  }
  return line + escaped_line(text.substr(start));
}

// A line of the old text, or a block of it.
struct Element {
  std::size_t first;
  std::size_t count;
  bool any_order;
};

std::vector<Element> elements_of(const ExpectedText& text) {
  std::vector<Element> elements;
  std::size_t at = 0;
  const auto singles = [&](std::size_t end) {
    for (; at < end; ++at)
      elements.push_back({at, 1, false});
  };
  for (const ExpectedText::Block& block : text.blocks) {
    singles(block.first);
    elements.push_back({block.first, block.count, true});
    at = block.first + block.count;
  }
  singles(text.lines.size());
  return elements;
}

class TextRenewal {
 public:
  TextRenewal(const ExpectedText& old, const SeenText& text, const Observation& seen)
      : old_(old), text_(text), seen_(seen), pids_(pid_texts(old, seen)), elements_(elements_of(old)) {
    known_.pids = &pids_;
    known_.unbound_matches = true;
  }

  std::vector<std::string> renew() {
    if (elements_.size() * text_.lines.size() > most_pairs) elements_.clear();
    measure();
    std::size_t element = 0;
    std::size_t line = 0;
    while (line < text_.lines.size()) {
      if (element < elements_.size() && takes(element, line)) {
        keep(elements_[element], line);
        line += elements_[element++].count;
      } else if (element < elements_.size() && best(element + 1, line) == best(element, line)) {
        ++element;
      } else {
        literal(line++);
      }
    }
    return std::move(result_);
  }

 private:
  std::size_t width() const { return text_.lines.size() + 1; }
  std::size_t& best(std::size_t element, std::size_t line) { return best_[element * width() + line]; }

  // How many lines can be kept from each element and line on.
  void measure() {
    best_.assign((elements_.size() + 1) * width(), 0);
    gain_.assign(elements_.size() * width(), 0);
    for (std::size_t element = elements_.size(); element-- > 0;) {
      for (std::size_t line = text_.lines.size(); line-- > 0;) {
        const std::size_t gained = gain_at(element, line);
        gain_[element * width() + line] = gained;
        std::size_t most = std::max(best(element + 1, line), best(element, line + 1));
        if (gained > 0) most = std::max(most, gained + best(element + 1, line + elements_[element].count));
        best(element, line) = most;
      }
    }
  }

  bool takes(std::size_t element, std::size_t line) {
    const std::size_t gained = gain_[element * width() + line];
    return gained > 0 && best(element, line) == gained + best(element + 1, line + elements_[element].count);
  }

  // How many lines of the element would be kept here. A block is worth keeping when half of it is.
  std::size_t gain_at(std::size_t index, std::size_t line) const {
    const Element& element = elements_[index];
    if (line + element.count > text_.lines.size()) return 0;
    if (!element.any_order) return old_.lines[element.first].matches(text_.lines[line], known_) ? 1 : 0;
    if (element.count > largest_block) return 0;
    const Matching found = assign_block(element, line);
    const auto kept = static_cast<std::size_t>(
        std::ranges::count_if(found.place_of, [](const auto& place) { return place.has_value(); }));
    return 2 * kept >= element.count ? kept : 0;
  }

  Matching assign_block(const Element& block, std::size_t line) const {
    const std::vector<Quota> places(block.count, Quota{0, 1});
    return assign(places, block.count, [&](std::size_t place, std::size_t item) {
      return old_.lines[block.first + place].matches(text_.lines[line + item], known_);
    });
  }

  void keep(const Element& element, std::size_t line) {
    if (!element.any_order) {
      keep_line(old_.lines[element.first], line);
      return;
    }
    result_.emplace_back("{{any order}}");
    const Matching found = assign_block(element, line);
    for (std::size_t item = 0; item < element.count; ++item) {
      if (const auto place = found.place_of[item]) {
        keep_line(old_.lines[element.first + *place], line + item);
      } else {
        literal(line + item);
      }
    }
    result_.emplace_back("{{end}}");
  }

  void keep_line(const LinePattern& pattern, std::size_t line) {
    if (!pattern.matches(text_.lines[line], known_, &known_.names)) {
      literal(line);  // what an earlier line has bound since does not fit it
      return;
    }
    constexpr std::string_view no_newline = "{{no newline}}";
    std::string source = pattern.source();
    if (source.ends_with(no_newline)) source.resize(source.size() - no_newline.size());
    result_.push_back(std::move(source));
  }

  void literal(std::size_t line) { result_.push_back(literal_line(text_.lines[line], seen_)); }

  const ExpectedText& old_;
  const SeenText& text_;
  const Observation& seen_;
  PidTexts pids_;
  std::vector<Element> elements_;
  References known_;
  std::vector<std::size_t> best_;
  std::vector<std::size_t> gain_;
  std::vector<std::string> result_;
};

}  // namespace

std::vector<std::string> renewed_text(const ExpectedText* old, std::string_view text,
                                      const Observation& seen) {
  const ExpectedText none;
  const SeenText lines = SeenText::of(text, text.size());
  std::vector<std::string> result = TextRenewal(old != nullptr ? *old : none, lines, seen).renew();
  if (!lines.ends_with_newline) result.emplace_back("{{no newline}}");
  return result;
}

bool text_passes(const ExpectedText& expected, std::string_view text, const Observation& seen) {
  const PidTexts pids = pid_texts(expected, seen);
  References known{&pids, {}, true};
  const SeenText lines = SeenText::of(text, expected.lines.size() + 1);
  const TextPair pair{&expected, &lines};
  return match_texts({&pair, 1}, known) == TextMatch::matched;
}

}  // namespace harness
