#include "match/text_match.hpp"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <unordered_map>
#include <unordered_set>

#include "match/assignment.hpp"

namespace harness {
namespace {

// Lines of one text that are matched at once: one expected line, or a block.
struct Stretch {
  const ExpectedText* expected;
  const SeenText* seen;
  std::size_t first;
  std::size_t count;
  bool any_order;

  const LinePattern& pattern(std::size_t i) const { return expected->lines[first + i]; }
  std::string_view line(std::size_t i) const { return seen->lines[first + i]; }
};

void add_stretches(const TextPair& pair, std::vector<Stretch>& stretches) {
  std::size_t at = 0;
  const auto singles = [&](std::size_t end) {
    for (; at < end; ++at)
      stretches.push_back({pair.expected, pair.seen, at, 1, false});
  };
  for (const ExpectedText::Block& block : pair.expected->blocks) {
    singles(block.first);
    stretches.push_back({pair.expected, pair.seen, block.first, block.count, true});
    at = block.first + block.count;
  }
  singles(pair.expected->lines.size());
}

bool same_shape(const TextPair& pair) {
  if (pair.expected->lines.size() != pair.seen->total) return false;
  return pair.seen->total == 0 || pair.expected->ends_with_newline == pair.seen->ends_with_newline;
}

using Indexes = std::vector<std::size_t>;

// Assigns patterns to lines, as many of both. Lines that only one text fits are settled by counting, which is
// linear and takes nothing from the others: equal lines are interchangeable.
bool match_any_order(const Stretch& block, const Indexes& patterns, const Indexes& lines,
                     const References& known) {
  std::unordered_map<std::string_view, Indexes> unclaimed;
  for (const std::size_t line : lines)
    unclaimed[block.line(line)].push_back(line);
  Indexes open;
  for (const std::size_t i : patterns) {
    const LinePattern& pattern = block.pattern(i);
    const std::string* literal = pattern.literal();
    const auto only = literal != nullptr ? std::optional<std::string>(*literal) : pattern.only_text(known);
    if (!only) {
      open.push_back(i);
      continue;
    }
    const auto found = unclaimed.find(*only);
    if (found == unclaimed.end() || found->second.empty()) return false;
    found->second.pop_back();
  }
  Indexes left;
  for (const auto& [text, indexes] : unclaimed)
    left.insert(left.end(), indexes.begin(), indexes.end());
  if (left.size() > open.size()) return false;
  const std::vector<Quota> places(open.size());
  return assign(places, left.size(),
                [&](std::size_t place, std::size_t item) {
                  return block.pattern(open[place]).matches(block.line(left[item]), known);
                })
      .complete;
}

Indexes all_of(const Stretch& block) {
  Indexes all(block.count);
  std::iota(all.begin(), all.end(), std::size_t{0});
  return all;
}

class TextMatcher {
 public:
  TextMatcher(std::vector<Stretch> stretches, References& known)
      : stretches_(std::move(stretches)), known_(known) {}

  TextMatch match() {
    if (binds_in_blocks() && !could_match()) return TextMatch::differs;
    if (match_from(0)) return TextMatch::matched;
    return tries_ == 0 ? TextMatch::too_many_ways : TextMatch::differs;
  }

 private:
  // A line of a block that binds names, and the lines that it could be.
  struct Binder {
    std::size_t pattern;
    Indexes candidates;
  };

  bool binds_in_blocks() const {
    return std::ranges::any_of(stretches_, [](const Stretch& stretch) {
      if (!stretch.any_order) return false;
      for (std::size_t i = 0; i < stretch.count; ++i) {
        if (stretch.pattern(i).binds()) return true;
      }
      return false;
    });
  }

  // Whether every stretch alone could match if names stood for anything: what fails here needs no search.
  bool could_match() const {
    References any{known_.pids, known_.names, true};
    return std::ranges::all_of(stretches_, [&](const Stretch& stretch) {
      if (!stretch.any_order) return stretch.pattern(0).matches(stretch.line(0), any);
      const Indexes all = all_of(stretch);
      return match_any_order(stretch, all, all, any);
    });
  }

  bool match_from(std::size_t at) {
    for (; at < stretches_.size(); ++at) {
      const Stretch& stretch = stretches_[at];
      if (!stretch.any_order) {
        if (!stretch.pattern(0).matches(stretch.line(0), known_, &known_.names)) return false;
        continue;
      }
      std::vector<Binder> binders = binders_of(at);
      if (!binders.empty()) {
        Indexes chosen(binders.size());
        return choose(at, binders, chosen, 0);
      }
      const Indexes all = all_of(stretch);
      if (!match_any_order(stretch, all, all, known_)) return false;
    }
    return true;
  }

  std::vector<Binder> binders_of(std::size_t at) {
    const Stretch& block = stretches_[at];
    std::vector<Binder> binders;
    for (std::size_t i = 0; i < block.count; ++i) {
      if (!block.pattern(i).binds()) continue;
      Binder binder{i, {}};
      for (std::size_t line = 0; line < block.count; ++line) {
        if (could_be(at, i, line)) binder.candidates.push_back(line);
      }
      binders.push_back(std::move(binder));
    }
    std::ranges::stable_sort(binders, {}, [](const Binder& binder) { return binder.candidates.size(); });
    return binders;
  }

  // Whether the line fits the pattern, and every later use of what it binds then still fits some line.
  bool could_be(std::size_t at, std::size_t pattern, std::size_t line) {
    const Bindings before = known_.names;
    const bool could = bind(at, pattern, line);
    known_.names = before;
    return could;
  }

  bool uses_fit(std::size_t from, const std::string& name, const References& with) {
    for (std::size_t at = from; at < stretches_.size(); ++at) {
      const Stretch& stretch = stretches_[at];
      for (std::size_t i = 0; i < stretch.count; ++i) {
        if (!stretch.pattern(i).refers_to(name)) continue;
        if (!fits_somewhere(stretch, i, with)) return false;
      }
    }
    return true;
  }

  bool fits_somewhere(const Stretch& stretch, std::size_t pattern, const References& with) {
    for (std::size_t line = 0; line < stretch.count; ++line) {
      if (looks_ == 0) return true;  // too much to look ahead: the search decides
      --looks_;
      if (stretch.pattern(pattern).matches(stretch.line(line), with)) return true;
    }
    return false;
  }

  // Chooses a line for each binder from the `next` one on, and goes on behind the block.
  bool choose(std::size_t at, const std::vector<Binder>& binders, Indexes& chosen, std::size_t next) {
    if (next == binders.size()) return match_rest(at, binders, chosen);
    const Bindings before = known_.names;
    std::unordered_set<std::string_view> tried;
    for (const std::size_t line : binders[next].candidates) {
      const auto end = chosen.begin() + static_cast<std::ptrdiff_t>(next);
      if (std::find(chosen.begin(), end, line) != end) continue;
      if (!tried.insert(stretches_[at].line(line)).second) continue;
      if (tries_ == 0) return false;
      --tries_;
      chosen[next] = line;
      if (bind(at, binders[next].pattern, line) && choose(at, binders, chosen, next + 1)) return true;
      known_.names = before;
    }
    return false;
  }

  // Binds, and looks whether what uses the names can still match.
  bool bind(std::size_t at, std::size_t pattern, std::size_t line) {
    References with{known_.pids, known_.names, true};
    Bindings found;
    if (!stretches_[at].pattern(pattern).matches(stretches_[at].line(line), with, &found)) return false;
    for (const auto& [name, value] : found)
      with.names.insert_or_assign(name, value);
    known_.names = with.names;
    return std::ranges::all_of(found, [&](const auto& bound) { return uses_fit(at, bound.first, with); });
  }

  bool match_rest(std::size_t at, const std::vector<Binder>& binders, const Indexes& chosen) {
    const Stretch& block = stretches_[at];
    Indexes patterns = all_of(block);
    Indexes lines = all_of(block);
    for (std::size_t i = 0; i < binders.size(); ++i) {
      if (!block.pattern(binders[i].pattern).matches(block.line(chosen[i]), known_)) return false;
      std::erase(patterns, binders[i].pattern);
      std::erase(lines, chosen[i]);
    }
    return match_any_order(block, patterns, lines, known_) && match_from(at + 1);
  }

  std::vector<Stretch> stretches_;
  References& known_;
  int tries_ = 2'000;
  int looks_ = 5'000;
};

}  // namespace

SeenText SeenText::of(std::string_view text, std::size_t most_lines) {
  SeenText seen;
  seen.ends_with_newline = text.empty() || text.ends_with('\n');
  while (!text.empty() && seen.lines.size() < most_lines) {
    const std::size_t end = text.find('\n');
    seen.lines.push_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  const auto newlines = static_cast<std::size_t>(std::ranges::count(text, '\n'));
  seen.total = seen.lines.size() + newlines + (text.empty() || text.ends_with('\n') ? 0 : 1);
  return seen;
}

TextMatch match_texts(std::span<const TextPair> pairs, References& known) {
  std::vector<Stretch> stretches;
  for (const TextPair& pair : pairs) {
    if (!same_shape(pair)) return TextMatch::differs;
  }
  for (const TextPair& pair : pairs)
    add_stretches(pair, stretches);
  return TextMatcher(std::move(stretches), known).match();
}

}  // namespace harness
