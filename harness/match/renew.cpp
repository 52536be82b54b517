#include "match/renew.hpp"

#include <algorithm>
#include <functional>
#include <optional>

#include "match/compare.hpp"
#include "match/renew_conditions.hpp"
#include "match/renew_text.hpp"
#include "match/renew_tree.hpp"
#include "match/shown_text.hpp"

namespace harness {
namespace {

using Lines = std::vector<std::string>;
using Body = std::optional<Lines>;  // nothing: no section
using Runs = std::vector<std::pair<Conditions, Observation>>;

// A section as it will be written.
struct Draft {
  std::string name;
  std::string condition;
  Lines lines;
  std::ptrdiff_t index = -1;  // among the old sections of its name; -1: new
};

// Runs that one body stands for.
struct Group {
  Body body;
  std::vector<std::size_t> runs;
};

// How the sections of one name are renewed.
struct Renewing {
  std::string name;
  std::function<std::ptrdiff_t(std::size_t run)> selected;  // index of the old section, -1: none
  std::function<Body(std::size_t run, std::ptrdiff_t section)> body;
  std::function<bool(std::size_t run, const Lines& body)> passes;
};

constexpr std::string_view file_order[] = {"run", "stdin", "stdout", "stderr", "processes"};

std::ptrdiff_t rank(std::string_view name) {
  return std::ranges::find(file_order, name) - std::begin(file_order);
}

template <class Content>
void add_drafts(const std::string& name, const std::vector<Section<Content>>& sections, std::size_t& next,
                std::vector<Draft>& drafts) {
  const Section<Content>& section = sections.at(next);
  drafts.push_back({name, section.condition_text, section.source, static_cast<std::ptrdiff_t>(next++)});
}

std::vector<Draft> drafts_of(const Golden& golden) {
  std::vector<Draft> drafts;
  std::size_t next[5] = {};
  for (const std::string& name : golden.order) {
    if (name == "run") add_drafts(name, golden.run, next[0], drafts);
    if (name == "stdin") add_drafts(name, golden.input, next[1], drafts);
    if (name == "stdout") add_drafts(name, golden.out, next[2], drafts);
    if (name == "stderr") add_drafts(name, golden.err, next[3], drafts);
    if (name == "processes") add_drafts(name, golden.processes, next[4], drafts);
  }
  return drafts;
}

std::string written(const Golden& old, const std::vector<Draft>& drafts) {
  std::string text;
  for (const std::string& line : old.preamble)
    text += line + "\n";
  for (const Draft& draft : drafts) {
    text += "-- " + draft.name + (draft.condition.empty() ? "" : " [" + draft.condition + "]") + " --\n";
    for (const std::string& line : draft.lines)
      text += line + "\n";
  }
  return text;
}

template <class Content>
std::ptrdiff_t index_of(const std::vector<Section<Content>>& sections, const Conditions& conditions) {
  const Section<Content>* found = selected(sections, conditions);
  return found == nullptr ? -1 : found - sections.data();
}

class Renewal {
 public:
  Renewal(const Golden& old, const Runs& runs, bool keep_patterns)
      : old_(old), runs_(runs), keep_patterns_(keep_patterns), drafts_(drafts_of(old)) {
    for (const auto& [conditions, seen] : runs) {
      const bool terminal = conditions.stdio == StdioMode::tty;
      out_.push_back(terminal ? without_terminal_line_ends(seen.out) : seen.out);
      err_.push_back(terminal ? without_terminal_line_ends(seen.err) : seen.err);
    }
  }

  std::string renew() {
    renew_sections(text("stdout", old_.out, out_));
    renew_sections(text("stderr", old_.err, err_));
    renew_sections(processes());
    return written(old_, drafts_);
  }

 private:
  using Texts = std::vector<Section<ExpectedText>>;

  Renewing text(const std::string& name, const Texts& sections,
                const std::vector<std::string>& streams) const {
    Renewing renewing;
    renewing.name = name;
    renewing.selected = [&](std::size_t run) { return index_of(sections, runs_[run].first); };
    renewing.body = [&](std::size_t run, std::ptrdiff_t section) -> Body {
      if (section < 0 && streams[run].empty()) return std::nullopt;
      const auto* old = section < 0 ? nullptr : &sections[static_cast<std::size_t>(section)];
      const Observation& seen = runs_[run].second;
      if (old != nullptr && keep_patterns_ && text_passes(old->content, streams[run], seen))
        return old->source;
      return renewed_text(old != nullptr && keep_patterns_ ? &old->content : nullptr, streams[run], seen);
    };
    renewing.passes = [&](std::size_t run, const Lines& body) {
      return text_passes(parse_text(body, 1), streams[run], runs_[run].second);
    };
    return renewing;
  }

  Renewing processes() const {
    Renewing renewing;
    renewing.name = "processes";
    renewing.selected = [&](std::size_t run) { return index_of(old_.processes, runs_[run].first); };
    renewing.body = [&](std::size_t run, std::ptrdiff_t section) -> Body {
      const auto* old = section < 0 ? nullptr : &old_.processes[static_cast<std::size_t>(section)];
      const Observation& seen = runs_[run].second;
      if (old != nullptr && tree_passes(old->content, seen)) return old->source;
      return renewed_tree(old != nullptr ? &old->content : nullptr, old_.order.empty(), seen);
    };
    renewing.passes = [&](std::size_t run, const Lines& body) {
      return tree_passes(parse_tree(body, 1, most_windows_status), runs_[run].second);
    };
    return renewing;
  }

  void renew_sections(const Renewing& renewing) {
    std::vector<std::vector<std::size_t>> runs_of(1 +
                                                  drafts_.size());  // by the section's index, -1 at the front
    for (std::size_t run = 0; run < runs_.size(); ++run) {
      runs_of.at(static_cast<std::size_t>(renewing.selected(run) + 1)).push_back(run);
    }
    for (std::size_t i = 0; i < runs_of.size(); ++i) {
      if (runs_of[i].empty()) continue;
      const std::ptrdiff_t section = static_cast<std::ptrdiff_t>(i) - 1;
      replace(renewing.name, section, groups_of(renewing, section, runs_of[i]));
    }
  }

  // Runs whose bodies are the same, or that pass with the body of one before them.
  static std::vector<Group> groups_of(const Renewing& renewing, std::ptrdiff_t section,
                                      const std::vector<std::size_t>& runs) {
    std::vector<Group> groups;
    for (const std::size_t run : runs) {
      const Body body = renewing.body(run, section);
      const auto group = std::ranges::find_if(groups, [&](const Group& other) {
        return other.body == body || (body && other.body && renewing.passes(run, *other.body));
      });
      if (group != groups.end()) {
        group->runs.push_back(run);
      } else {
        groups.push_back({body, {run}});
      }
    }
    return groups;
  }

  // The body that stands where no condition chooses another: none where some run has none, else the old one,
  // else the one of most runs.
  std::size_t fallback(const std::vector<Group>& groups, const Draft* old) const {
    std::size_t best = 0;
    for (std::size_t i = 0; i < groups.size(); ++i) {
      if (!groups[i].body || (old != nullptr && *groups[i].body == old->lines)) return i;
      if (weight(groups[i]) > weight(groups[best])) best = i;
    }
    return best;
  }

  // Of equally many runs, those on a pipe are the plain case.
  std::size_t weight(const Group& group) const {
    const auto pipes = std::ranges::count_if(
        group.runs, [&](std::size_t run) { return runs_[run].first.stdio == StdioMode::pipe; });
    return 1000 * group.runs.size() + static_cast<std::size_t>(pipes);
  }

  std::vector<Conditions> conditions_of(const std::vector<std::size_t>& runs) const {
    std::vector<Conditions> conditions;
    for (const std::size_t run : runs)
      conditions.push_back(runs_[run].first);
    return conditions;
  }

  // Puts sections for all groups but one before the section, and the one in its place.
  void replace(const std::string& name, std::ptrdiff_t section, const std::vector<Group>& groups) {
    auto at = std::ranges::find_if(drafts_, [&](const Draft& draft) {
      return draft.name == name && draft.index == section && section >= 0;
    });
    Draft* old = at == drafts_.end() ? nullptr : &*at;
    const std::size_t last = fallback(groups, old);
    const std::string outer = old != nullptr ? old->condition : "";
    std::vector<Draft> made;
    for (std::size_t i = 0; i < groups.size(); ++i) {
      if (i == last || !groups[i].body) continue;
      for (const std::string& condition :
           conditions_apart(conditions_of(groups[i].runs), others(groups, i))) {
        made.push_back({name, outer.empty() ? condition : outer + ", " + condition, *groups[i].body, -1});
      }
    }
    if (old != nullptr) {
      old->lines = groups[last].body.value_or(Lines{});
    } else if (groups[last].body) {
      made.push_back({name, "", *groups[last].body, -1});
    }
    if (old == nullptr) at = place_of_new(name);
    drafts_.insert(at, made.begin(), made.end());
    std::erase_if(drafts_, [&](const Draft& draft) { return says_nothing(draft, name); });
  }

  std::vector<Conditions> others(const std::vector<Group>& groups, std::size_t but) const {
    std::vector<std::size_t> runs;
    for (std::size_t i = 0; i < groups.size(); ++i) {
      if (i != but) runs.insert(runs.end(), groups[i].runs.begin(), groups[i].runs.end());
    }
    return conditions_of(runs);
  }

  static bool says_nothing(const Draft& draft, const std::string& name) {
    return draft.name == name && draft.lines.empty() && draft.condition.empty();
  }

  std::vector<Draft>::iterator place_of_new(const std::string& name) {
    auto last = std::ranges::find_if(drafts_.rbegin(), drafts_.rend(),
                                     [&](const Draft& draft) { return rank(draft.name) <= rank(name); });
    return last.base();
  }

  const Golden& old_;
  const Runs& runs_;
  bool keep_patterns_;
  std::vector<Draft> drafts_;
  std::vector<std::string> out_;
  std::vector<std::string> err_;
};

// Why the text would not do; nothing where every run passes.
std::optional<std::string> refused(const std::string& text, const Golden& old, const Runs& runs) {
  try {
    const Golden golden = parse_golden(text, old.path);
    for (const auto& [conditions, seen] : runs) {
      const Comparison comparison = compare(seen, golden, conditions);
      if (!comparison.differences.empty()) return comparison.differences.front().reason;
    }
    return std::nullopt;
  } catch (const BadGolden& bad) {
    return bad.what();
  }
}

}  // namespace

std::string renew(const Golden& old, const Runs& seen) {
  for (const auto& [conditions, observation] : seen) {
    if (observation.start_failure || observation.stopped != Stopped::by_itself) {
      throw CannotJudge("a run that did not end by itself tells nothing that could be expected");
    }
  }
  std::string text = Renewal(old, seen, true).renew();
  std::optional<std::string> why = refused(text, old, seen);
  if (why) {
    // Patterns that bind names can each still match and no longer agree.
    text = Renewal(old, seen, false).renew();
    why = refused(text, old, seen);
  }
  if (why) throw CannotJudge("no golden can be written that these runs pass: " + *why);
  return text;
}

}  // namespace harness
