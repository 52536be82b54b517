#include "match/golden.hpp"

#include <algorithm>
#include <set>

#include "support/closest.hpp"
#include "support/escape.hpp"

namespace harness {
namespace {

struct Header {
  std::string name;
  std::string condition;
};

bool is_lacking(const ConditionFact& fact) {
  return fact.kind == ConditionFact::Kind::lacking;
}

bool is_about_facilities(const Condition& condition) {
  return std::ranges::any_of(condition.terms(),
                             [](const auto& term) { return std::ranges::any_of(term, is_lacking); });
}

// Whether it cannot hold where every facility works.
bool needs_something_lacking(const Condition& condition) {
  return std::ranges::any_of(condition.terms(),
                             [](const auto& term) { return std::ranges::all_of(term, is_lacking); });
}

// Not of the reference, which is as old as the goldens, nor of CPython's newest.
bool may_be_without(const ConditionFact& fact) {
  const bool of_another = fact.kind == ConditionFact::Kind::implementation && fact.name != "reference";
  const bool is_old =
      fact.order == ConditionFact::Order::below || fact.order == ConditionFact::Order::at_most;
  return of_another && (is_old || (fact.name != "cpython" && fact.name != "python"));
}

bool needs_one_that_may_be_without(const Condition& condition) {
  return std::ranges::any_of(condition.terms(),
                             [](const auto& term) { return std::ranges::all_of(term, may_be_without); });
}

std::vector<std::string> lacking_among(const Condition& condition, const Conditions& conditions) {
  std::vector<std::string> names;
  for (const auto& term : condition.terms()) {
    for (const ConditionFact& fact : term) {
      if (is_lacking(fact) && conditions.lacking.contains(fact.name)) names.push_back(fact.name);
    }
  }
  return names;
}

// "-- NAME --" or "-- NAME [CONDITION] --"; nothing where the line is no header.
std::optional<Header> header_of(std::string_view line, int number) {
  constexpr std::string_view open = "-- ";
  constexpr std::string_view close = " --";
  if (!line.starts_with(open) || !line.ends_with(close) || line.size() < open.size() + close.size())
    return std::nullopt;
  std::string_view inner = line.substr(open.size(), line.size() - open.size() - close.size());
  const std::size_t bracket = inner.find(" [");
  Header header{std::string(inner.substr(0, bracket)), {}};
  if (bracket == std::string_view::npos) return header;
  if (!inner.ends_with(']')) throw BadLine(number, "'[' without ']' in '" + std::string(line) + "'");
  inner.remove_suffix(1);
  header.condition = std::string(inner.substr(bracket + 2));
  return header;
}

[[noreturn]] void unknown_section(const std::string& name, int line) {
  const std::vector<std::string> known{"stdout", "stderr", "processes", "stdin", "run"};
  const auto near = closest(name, known);
  throw BadLine(line,
                "unknown section '" + name + "'" + (near ? " (closest: '" + *near + "')" : "") +
                    "; sections are: stdout, stderr, processes, stdin, run; text that looks like a header "
                    "is written {{--}} … --");
}

bool is_windows(const ConditionFact& fact) {
  return fact.kind == ConditionFact::Kind::platform && fact.name == "windows";
}

// Only Windows has statuses of 32 bits.
std::int64_t most_status_where(const Condition& condition) {
  const bool windows_alone = std::ranges::any_of(
      condition.terms(), [](const auto& facts) { return std::ranges::all_of(facts, is_windows); });
  return windows_alone ? most_windows_status : most_posix_status;
}

class GoldenParser {
 public:
  Golden parse(std::string_view text) {
    const std::vector<std::string> lines = lines_of(text);
    std::size_t i = 0;
    while (i < lines.size() && !header_of(lines[i], number(i)))
      preamble(lines[i], number(i)), ++i;
    while (i < lines.size()) {
      const Header header = *header_of(lines[i], number(i));
      std::size_t end = i + 1;
      while (end < lines.size() && !header_of(lines[end], number(end)))
        ++end;
      section(header, number(i),
              std::vector<std::string>(lines.begin() + at(i + 1), lines.begin() + at(end)));
      i = end;
    }
    check();
    return std::move(golden_);
  }

 private:
  static int number(std::size_t index) { return static_cast<int>(index) + 1; }
  static std::ptrdiff_t at(std::size_t index) { return static_cast<std::ptrdiff_t>(index); }

  void preamble(const std::string& line, int line_number) {
    if (line.ends_with('\r'))
      throw BadLine(line_number, "carriage returns; the lines of a golden end with \\n alone");
    if (!line.empty() && line.front() != '#') {
      throw BadLine(line_number,
                    "text before the first section; only empty lines and comments (#) may stand there");
    }
    golden_.preamble.push_back(line);
  }

  void section(const Header& header, int line, std::vector<std::string> source) {
    const int first = line + 1;
    if (header.name == "stdout") {
      add(golden_.out, header, line, std::move(source),
          [&](const auto& s, const Condition&) { return parse_text(s, first); });
    } else if (header.name == "stderr") {
      add(golden_.err, header, line, std::move(source),
          [&](const auto& s, const Condition&) { return parse_text(s, first); });
    } else if (header.name == "processes") {
      add(golden_.processes, header, line, std::move(source), [&](const auto& s, const Condition& condition) {
        return parse_tree(s, first, most_status_where(condition));
      });
    } else if (header.name == "stdin") {
      add(golden_.input, header, line, std::move(source),
          [&](const auto& s, const Condition&) { return parse_bytes(s, first, "stdin"); });
    } else if (header.name == "run") {
      add(golden_.run, header, line, std::move(source),
          [&](const auto& s, const Condition&) { return parse_run(s, first); });
    } else {
      unknown_section(header.name, line);
    }
    golden_.order.push_back(header.name);
  }

  template <class Content, class Parse>
  void add(std::vector<Section<Content>>& sections, const Header& header, int line,
           std::vector<std::string> source, Parse parse) {
    Section<Content> section;
    section.line = line;
    section.condition_text = header.condition;
    try {
      if (!header.condition.empty()) section.condition = Condition::parse(header.condition);
    } catch (const CannotJudge& error) {
      throw BadLine(line, error.what());
    }
    section.content = parse(source, section.condition);
    section.source = std::move(source);
    check_reachable(sections, section, header);
    sections.push_back(std::move(section));
  }

  template <class Content>
  static void check_reachable(const std::vector<Section<Content>>& before, const Section<Content>& section,
                              const Header& header) {
    const std::string what =
        "'" + header.name + (header.condition.empty() ? "" : " [" + header.condition + "]") + "'";
    if (!reachable(section.condition, {}))
      throw BadLine(section.line, what + ": the condition can never hold");
    std::vector<const Condition*> earlier;
    for (const auto& other : before) {
      const Condition* alone = &other.condition;
      if (!reachable(section.condition, std::span(&alone, 1))) {
        throw BadLine(section.line, what + " can never be reached: line " + std::to_string(other.line) +
                                        " takes its place");
      }
      earlier.push_back(alone);
    }
    if (!reachable(section.condition, earlier)) {
      throw BadLine(section.line, what + " can never be reached: the sections above leave nothing for it");
    }
  }

  void check() const {
    if (golden_.out.empty() && golden_.err.empty() && golden_.processes.empty()) {
      throw BadLine(1,
                    "expects nothing; a golden has at least one of the sections stdout, stderr, processes");
    }
    for (const auto& section : golden_.run)
      check_skip(section);
    for (const auto& section : golden_.out)
      check_names(section, nullptr);
    for (const auto& section : golden_.err)
      check_names(section, &golden_.out);
  }

  // Where everything works, the reference runs everything, and so does the newest CPython.
  static void check_skip(const Section<RunSection>& section) {
    const bool may_skip =
        needs_something_lacking(section.condition) || needs_one_that_may_be_without(section.condition);
    if (section.content.skip.empty() || may_skip) return;
    throw BadLine(section.line,
                  "'skip:' without what is lacking; write it below '-- run [no FACILITY] --', or name who is "
                  "without: '-- run [cpython<VERSION] --', '-- run [python:MODULE] --'");
  }

  using TextSections = std::vector<Section<ExpectedText>>;

  static std::set<std::string> bound_in(const ExpectedText& text) {
    std::set<std::string> names;
    for (const LinePattern& line : text.lines) {
      for (const LinePart& part : line.parts()) {
        if (part.kind == LinePart::Kind::binding) names.insert(part.name);
      }
    }
    return names;
  }

  // Every name must be bound above its use: in the same section, or in each of the stdout sections.
  static void check_names(const Section<ExpectedText>& section, const TextSections* outputs) {
    std::set<std::string> bound;
    if (outputs != nullptr && !outputs->empty()) {
      bound = bound_in(outputs->front().content);
      for (const auto& output : *outputs) {
        const std::set<std::string> names = bound_in(output.content);
        std::erase_if(bound, [&](const std::string& name) { return !names.contains(name); });
        check_not_twice(section, names);
      }
    }
    const ExpectedText& text = section.content;
    for (std::size_t i = 0; i < text.lines.size(); ++i) {
      bind(text.lines[i], bound);
      for (const LinePart& part : text.lines[i].parts()) {
        if (part.kind != LinePart::Kind::name || bound.contains(part.name)) continue;
        if (bound_in_block_around(text, i, part.name)) continue;
        throw BadLine(text.lines[i].line(),
                      "'" + part.name + "' is not bound above; bind it with [[" + part.name + ":REGEX]]");
      }
    }
  }

  static void bind(const LinePattern& line, std::set<std::string>& bound) {
    for (const LinePart& part : line.parts()) {
      if (part.kind == LinePart::Kind::binding) bound.insert(part.name);
    }
  }

  static bool bound_in_block_around(const ExpectedText& text, std::size_t line, const std::string& name) {
    for (const ExpectedText::Block& block : text.blocks) {
      if (line < block.first || line >= block.first + block.count) continue;
      std::set<std::string> bound;
      for (std::size_t i = block.first; i < block.first + block.count; ++i)
        bind(text.lines[i], bound);
      return bound.contains(name);
    }
    return false;
  }

  static void check_not_twice(const Section<ExpectedText>& section, const std::set<std::string>& in_stdout) {
    for (const LinePattern& line : section.content.lines) {
      for (const LinePart& part : line.parts()) {
        if (part.kind == LinePart::Kind::binding && in_stdout.contains(part.name)) {
          throw BadLine(line.line(), "'" + part.name + "' is bound in 'stdout' already; write [[" +
                                         part.name + "]] to repeat it");
        }
      }
    }
  }

  Golden golden_;
};

}  // namespace

Golden parse_golden(std::string_view text, const std::filesystem::path& path) {
  try {
    Golden golden = GoldenParser().parse(text);
    golden.path = path;
    return golden;
  } catch (const BadLine& bad) {
    throw BadGolden(path, bad.line, bad.what());
  }
}

RunOptions run_options(const Golden& golden, const Conditions& conditions) {
  RunOptions options;
  if (const auto* run = selected(golden.run, conditions)) {
    options.args = run->content.args;
    options.env = run->content.env;
    options.timeout = run->content.timeout;
    options.skip = run->content.skip;
    if (!options.skip.empty()) options.skip_lacks = lacking_among(run->condition, conditions);
  }
  if (const auto* input = selected(golden.input, conditions)) options.stdin_text = input->content;
  return options;
}

bool asks_for_facilities(const Golden& golden) {
  const auto asks = [](const auto& sections) {
    return std::ranges::any_of(sections,
                               [](const auto& section) { return is_about_facilities(section.condition); });
  };
  return asks(golden.out) || asks(golden.err) || asks(golden.processes) || asks(golden.input) ||
         asks(golden.run);
}

int declared_survivors(const Golden& golden, const Conditions& conditions) {
  constexpr long long most = 1'000'000;
  const auto* section = selected(golden.processes, conditions);
  if (section == nullptr) return 0;
  const std::vector<ExpectedProcess>& processes = section->content.processes;
  std::vector<long long> times(processes.size(), 1);
  long long survivors = 0;
  for (std::size_t i = 1; i < processes.size(); ++i) {
    times[i] = std::min(most, times[processes[i].parent] * processes[i].most);
    if (!processes[i].fate || processes[i].fate == Fate::orphaned) survivors += times[i];
  }
  return static_cast<int>(std::min(most, survivors));
}

}  // namespace harness
