#include "match/text_difference.hpp"

#include <algorithm>
#include <numeric>

#include "match/assignment.hpp"
#include "match/line_diff.hpp"
#include "match/shown_text.hpp"

namespace harness {
namespace {

using Kind = DiffLine::Kind;
constexpr std::size_t longest_matched_freely = 4096;
constexpr std::size_t around_a_block = 20;
constexpr std::size_t context = 3;

// The expected lines in the order in which a reader would compare them with what was seen.
class TextDifference {
 public:
  TextDifference(std::string_view stream, const ExpectedText& expected, int section_line,
                 const SeenText& seen, const References& known)
      : stream_(stream), expected_(expected), section_line_(section_line), seen_(seen), known_(known) {
    known_.unbound_matches = true;
    order_.resize(expected.lines.size());
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    bind_what_can_be();
    for (const ExpectedText::Block& block : expected.blocks)
      order_block(block);
    edits_ = align(order_.size(), seen.total, seen.lines.size(),
                   [&](std::size_t i, std::size_t j) { return matches(pattern(i), j); });
  }

  Difference describe() {
    Difference difference;
    difference.code = ReasonCode::wrong_output;
    difference.line = section_line_;
    difference.reason = std::string(stream_) + reason(difference.line);
    difference.diff = diff();
    return difference;
  }

 private:
  const LinePattern& pattern(std::size_t i) const { return expected_.lines[order_[i]]; }

  // Long lines are matched against patterns where they stand, and nowhere else: trying all pairs would take
  // long.
  bool matches(const LinePattern& expected, std::size_t line) const {
    const std::string_view text = seen_.lines[line];
    const bool costly = text.size() > longest_matched_freely && expected.literal() == nullptr;
    if (costly && static_cast<std::size_t>(&expected - expected_.lines.data()) != line) return false;
    return expected.matches(text, known_);
  }

  // A name whose line does not stand where it should is looked for nearby; one not found matches anything,
  // since its own line tells that it is missing. So does one of a block that several lines could bind: which
  // of them is wrong cannot be said.
  void bind_what_can_be() {
    for (std::size_t i = 0; i < expected_.lines.size(); ++i) {
      const LinePattern& binding = expected_.lines[i];
      if (!binding.binds() || is_bound(binding)) continue;
      const std::size_t from = i > around_a_block ? i - around_a_block : 0;
      const std::size_t to = std::min(seen_.lines.size(), i + around_a_block);
      const bool any_order = in_block(i);
      if (!any_order && i < to && binding.matches(seen_.lines[i], known_, &known_.names)) continue;
      std::vector<std::size_t> candidates;
      for (std::size_t line = from; line < to; ++line) {
        if (matches(binding, line)) candidates.push_back(line);
      }
      if (candidates.empty() || (any_order && candidates.size() > 1)) continue;
      binding.matches(seen_.lines[candidates.front()], known_, &known_.names);
    }
  }

  bool in_block(std::size_t line) const {
    return std::ranges::any_of(expected_.blocks, [&](const ExpectedText::Block& block) {
      return line >= block.first && line < block.first + block.count;
    });
  }

  bool is_bound(const LinePattern& binding) const {
    return std::ranges::all_of(binding.parts(), [&](const LinePart& part) {
      return part.kind != LinePart::Kind::binding || known_.names.contains(part.name);
    });
  }

  // Puts the lines of a block in the order in which they were seen; those not seen come last.
  void order_block(const ExpectedText::Block& block) {
    const std::size_t from =
        std::min(seen_.lines.size(), block.first > around_a_block ? block.first - around_a_block : 0);
    const std::size_t to = std::min(seen_.lines.size(), block.first + block.count + around_a_block);
    if (block.count > max_patterns_in_block) return;
    const std::vector<Quota> places(block.count, Quota{0, 1});
    const Matching found = assign(places, to - from, [&](std::size_t place, std::size_t item) {
      return matches(expected_.lines[block.first + place], from + item);
    });
    std::vector<std::size_t> ordered;
    for (const auto& place : found.place_of) {
      if (place) ordered.push_back(block.first + *place);
    }
    for (std::size_t i = 0; i < block.count; ++i) {
      if (found.taken[i] == 0) ordered.push_back(block.first + i);
    }
    std::ranges::copy(ordered, order_.begin() + static_cast<std::ptrdiff_t>(block.first));
  }

  // "expected_text" as a sentence quotes it, with what its references stand for.
  std::string quoted(const LinePattern& expected) const {
    std::string text = quoted_text(expected.source());
    if (!expected.refers()) return text;
    if (const auto only = expected.only_text(known_)) return text + " (here " + quoted_text(*only) + ")";
    for (const LinePart& part : expected.parts()) {
      if (part.kind != LinePart::Kind::pid || known_.pids == nullptr) continue;
      const auto pid = known_.pids->find(part.text);
      if (pid != known_.pids->end() && pid->second.kind == PidText::Kind::no_such_process) {
        return text + " (there was no process " + part.text + ")";
      }
    }
    return text;
  }

  // The first run of steps that are not the same.
  struct Hunk {
    std::vector<Edit> expected;
    std::vector<Edit> seen;
    bool at_end = false;
  };

  Hunk first_hunk() const {
    Hunk hunk;
    auto at = std::ranges::find_if(edits_.steps, [](const Edit& step) { return step.kind != Kind::same; });
    for (; at != edits_.steps.end() && at->kind != Kind::same; ++at) {
      (at->kind == Kind::expected ? hunk.expected : hunk.seen).push_back(*at);
    }
    hunk.at_end = at == edits_.steps.end();
    return hunk;
  }

  // What follows the stream's name in the sentence; `line` becomes the golden's line to blame.
  std::string reason(int& line) const {
    const Hunk hunk = first_hunk();
    if (!hunk.expected.empty()) {
      line = pattern(hunk.expected.front().expected).line();
    } else if (!hunk.seen.empty() && hunk.seen.front().expected > 0) {
      line = pattern(hunk.seen.front().expected - 1).line();
    }
    if (expected_.lines.empty()) return unexpected_at_all();
    if (seen_.total == 0)
      return " is empty, expected " + counted(order_.size(), "line") + beginning(pattern(0));
    if (!hunk.expected.empty() && !hunk.seen.empty()) return changed(hunk);
    if (!hunk.expected.empty()) return lacking(hunk);
    if (!hunk.seen.empty()) return too_much(hunk);
    line = expected_.lines.back().line();
    if (seen_.ends_with_newline == expected_.ends_with_newline) return no_one_way(line);
    return seen_.ends_with_newline ? " ends in a newline, expected none" : " lacks the newline at its end";
  }

  std::string unexpected_at_all() const {
    std::string text = " should be empty, saw " + quoted_text(seen_.lines.front());
    return seen_.total > 1 ? text + " and " + counted(seen_.total - 1, "more line") : text;
  }

  std::string beginning(const LinePattern& first) const {
    return order_.size() == 1 ? ": " + quoted(first) : ", beginning with " + quoted(first);
  }

  std::string changed(const Hunk& hunk) const {
    const LinePattern& wanted = pattern(hunk.expected.front().expected);
    const std::size_t at = hunk.seen.front().seen;
    const std::string_view saw = seen_.lines[at];
    std::string text =
        " line " + std::to_string(at + 1) + ": expected " + quoted(wanted) + ", saw " + quoted_text(saw);
    const std::string* literal = wanted.literal();
    const std::size_t differs = literal != nullptr ? first_difference(*literal, saw) : 0;
    if (differs > 60) text += ", which differ from byte " + grouped(differs + 1) + " on";
    return text;
  }

  std::string lacking(const Hunk& hunk) const {
    const std::size_t count = hunk.expected.size() + (hunk.at_end ? edits_.expected_left : 0);
    const std::string first = quoted(pattern(hunk.expected.front().expected));
    const bool one = count == 1;
    if (hunk.at_end) {
      return one ? " lacks its last line, " + first
                 : " lacks its last " + counted(count, "line") + ", beginning with " + first;
    }
    const std::string before = " before line " + std::to_string(hunk.expected.front().seen + 1);
    return one ? " lacks " + first + before
               : " lacks " + counted(count, "line") + before + ", beginning with " + first;
  }

  std::string too_much(const Hunk& hunk) const {
    const std::size_t count = hunk.seen.size() + (hunk.at_end ? edits_.seen_left : 0);
    const std::size_t at = hunk.seen.front().seen;
    std::string text =
        hunk.at_end ? " goes on after its expected end: " : " line " + std::to_string(at + 1) + ": ";
    text += quoted_text(seen_.lines[at]);
    if (!hunk.at_end) text += " is not expected";
    return count > 1 ? text + " and " + counted(count - 1, "more line") : text;
  }

  // Every line has its like, but the names that they bind do not agree.
  std::string no_one_way(int& line) const {
    if (!expected_.blocks.empty()) line = expected_.blocks.front().line;
    return ": the lines match one by one, but no choice of what the names stand for fits them all";
  }

  std::vector<DiffLine> diff() const {
    DiffBuilder builder;
    const std::vector<Edit>& steps = edits_.steps;
    std::vector<bool> near(steps.size(), false);
    for (std::size_t i = 0; i < steps.size(); ++i) {
      if (steps[i].kind == Kind::same) continue;
      const std::size_t to = std::min(steps.size(), i + context + 1);
      for (std::size_t j = i > context ? i - context : 0; j < to; ++j)
        near[j] = true;
    }
    for (std::size_t i = 0; i < steps.size();) {
      if (near[i]) {
        builder.add(steps[i].kind, text_of(steps, i));
        ++i;
        continue;
      }
      const std::size_t start = i;
      while (i < steps.size() && !near[i])
        ++i;
      builder.omit("… " + counted(i - start, "equal line"));
    }
    builder.skip(edits_.expected_left + edits_.seen_left);
    return builder.finish();
  }

  // A changed line that is long is shown where it differs from its neighbour.
  std::string text_of(const std::vector<Edit>& steps, std::size_t i) const {
    const Edit& step = steps[i];
    if (step.kind == Kind::expected) {
      const LinePattern& wanted = pattern(step.expected);
      const bool paired = i + 1 < steps.size() && steps[i + 1].kind == Kind::seen;
      return shown_line(wanted.source(), paired ? differs(wanted, steps[i + 1].seen) : 0);
    }
    const bool paired = step.kind == Kind::seen && i > 0 && steps[i - 1].kind == Kind::expected;
    return shown_line(seen_.lines[step.seen],
                      paired ? differs(pattern(steps[i - 1].expected), step.seen) : 0);
  }

  std::size_t differs(const LinePattern& wanted, std::size_t line) const {
    return first_difference(wanted.source(), seen_.lines[line]);
  }

  std::string_view stream_;
  const ExpectedText& expected_;
  int section_line_;
  const SeenText& seen_;
  References known_;
  std::vector<std::size_t> order_;
  Edits edits_;
};

}  // namespace

Difference text_difference(std::string_view stream, const ExpectedText& expected, int section_line,
                           const SeenText& seen, const References& known) {
  return TextDifference(stream, expected, section_line, seen, known).describe();
}

}  // namespace harness
