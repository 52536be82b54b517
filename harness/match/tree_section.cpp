#include "match/tree_section.hpp"

#include <algorithm>
#include <charconv>
#include <sstream>

#include "match/bad_golden.hpp"
#include "model/names.hpp"
#include "support/closest.hpp"

namespace harness {
namespace {

constexpr int most_siblings = 100'000;
constexpr std::size_t deepest = 200;

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> words;
  for (std::string word; stream >> word;)
    words.push_back(word);
  return words;
}

struct Siblings {
  int least;
  int most;
};

std::optional<int> count_of(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

// "3x", "2..4x"; nothing where the word is something else.
std::optional<Siblings> siblings_of(std::string_view word, int line) {
  if (!word.ends_with('x') || word.find_first_not_of("0123456789.x") != std::string_view::npos)
    return std::nullopt;
  word.remove_suffix(1);
  const std::size_t dots = word.find("..");
  const auto least = count_of(word.substr(0, dots));
  const auto most = dots == std::string_view::npos ? least : count_of(word.substr(dots + 2));
  if (!least || !most) return std::nullopt;
  if (*most < 1 || *least > *most || *most > most_siblings) {
    throw BadLine(line, "'" + std::string(word) + "x' is no number of siblings; write 3x or 2..4x, at most " +
                            std::to_string(most_siblings));
  }
  return Siblings{*least, *most};
}

// Reads one line without its indentation.
class LineParser {
 public:
  LineParser(std::string text, int line, bool root, std::int64_t most_status)
      : root_(root), most_status_(most_status) {
    process_.line = line;
    process_.source = std::move(text);
  }

  ExpectedProcess parse() {
    split();
    ending();
    fate();
    while (at_ < words_.size())
      extra();
    if (optional_) {
      if (counted_) fail("'?' and a number of siblings; write 0..3x");
      process_.least = 0;
    }
    check_root();
    if (process_.fate == Fate::leaked && process_.ending) {
      fail("a leaked process is ended by the harness, so its ending is '*'");
    }
    return std::move(process_);
  }

 private:
  [[noreturn]] void fail(const std::string& what) const { throw BadLine(process_.line, what); }

  void split() {
    std::string text = process_.source;
    const std::size_t space = text.find(' ');
    if (const auto siblings = siblings_of(text.substr(0, space), process_.line);
        siblings && space != std::string::npos) {
      take(*siblings);
      text.erase(0, std::min(text.find_first_not_of(' ', space), text.size()));
    }
    const std::size_t end = text.find("  ");
    process_.label = text.substr(0, end);
    if (end != std::string::npos) words_ = words_of(text.substr(end));
    if (words_.empty()) {
      fail("'" + text +
           "' lacks how it ended; behind a label come two spaces or more, then exit N, signal NAME or *");
    }
  }

  void take(Siblings siblings) {
    if (counted_) fail("two numbers of siblings");
    counted_ = true;
    process_.least = siblings.least;
    process_.most = siblings.most;
  }

  void ending() {
    const std::string word = words_[at_++];
    if (word == "*") return;
    const std::string text = word + (at_ < words_.size() ? " " + words_[at_] : "");
    process_.ending = parse_ending(text);
    const Exited* const exited = process_.ending ? std::get_if<Exited>(&*process_.ending) : nullptr;
    if (exited != nullptr && exited->status > most_status_)
      fail("'" + text + "' in 'processes': only in a section [windows] are there statuses above 255");
    if (!process_.ending)
      fail("unknown ending '" + text + "' in 'processes'; endings are: exit N, signal NAME, *");
    ++at_;
  }

  void fate() {
    if (root_) {
      process_.fate = Fate::root;
      return;
    }
    constexpr std::string_view fates = "; fates are: reaped, zombie, orphaned, leaked, *";
    if (at_ == words_.size()) fail("'" + process_.label + "' lacks what became of it" + std::string(fates));
    const std::string& word = words_[at_++];
    if (word == "*") return;
    process_.fate = harness::parse<Fate>(word);
    if (process_.fate && process_.fate != Fate::root) return;
    const std::vector<std::string> known{"reaped", "zombie", "orphaned", "leaked"};
    const auto near = closest(word, known);
    fail("unknown fate '" + word + "' in 'processes'" + (near ? " (closest: '" + *near + "')" : "") +
         std::string(fates));
  }

  void extra() {
    const std::string& word = words_[at_++];
    if (word == "?") {
      optional_ = true;
    } else if (word == "exec") {
      if (at_ == words_.size()) fail("'exec' lacks the name of a program");
      process_.exec = words_[at_++];
    } else if (const auto siblings = siblings_of(word, process_.line)) {
      take(*siblings);
    } else {
      fail("unknown word '" + word + "' in 'processes'; behind the fate come: exec NAME, ?, 3x, 2..4x");
    }
  }

  void check_root() const {
    if (!root_) return;
    if (process_.label != "program")
      fail("the first line of 'processes' is 'program', not '" + process_.label + "'");
    if (optional_ || counted_) fail("'program' is there once; no '?' and no number of siblings");
  }

  ExpectedProcess process_;
  std::vector<std::string> words_;
  std::size_t at_ = 0;
  bool root_;
  std::int64_t most_status_;
  bool optional_ = false;
  bool counted_ = false;
};

std::size_t depth_of(const std::string& text, std::size_t spaces, int line) {
  if (text.find('\t') != std::string::npos) throw BadLine(line, "a tab in 'processes'; write spaces");
  if (spaces % 2 != 0) {
    throw BadLine(line, std::to_string(spaces) + " spaces of indentation; a generation is two");
  }
  if (spaces / 2 > deepest) throw BadLine(line, "more than " + std::to_string(deepest) + " generations");
  return spaces / 2;
}

constexpr std::string_view further = "...";

// The line `...`: nothing stands below it.
void open_parent(ExpectedProcess& parent, int line) {
  if (parent.open) throw BadLine(line, "a second '...' below '" + parent.label + "'");
  parent.open = true;
}

// The process that a line at `depth` is a child of: the last one above it that is one generation older.
std::size_t parent_of(const ExpectedTree& tree, std::size_t depth, int line) {
  if (depth == 0) throw BadLine(line, "a second program; every other process is indented below its creator");
  std::size_t parent = tree.processes.size() - 1;
  if (depth > tree.processes[parent].depth + 1) {
    throw BadLine(
        line, "indented by more than one generation below the line before it; a generation is two spaces");
  }
  while (tree.processes[parent].depth >= depth)
    parent = tree.processes[parent].parent;
  return parent;
}

}  // namespace

ExpectedTree parse_tree(std::span<const std::string> source, int first_line, std::int64_t most_status) {
  ExpectedTree tree;
  std::size_t deepest_next = deepest;
  for (std::size_t i = 0; i < source.size(); ++i) {
    const int line = first_line + static_cast<int>(i);
    const std::size_t spaces = source[i].find_first_not_of(' ');
    if (spaces == std::string::npos || source[i][spaces] == '#') continue;
    const bool root = tree.processes.empty();
    const std::size_t depth = depth_of(source[i], spaces, line);
    if (root && depth != 0)
      throw BadLine(line, "the first line of 'processes' is 'program', without indentation");
    if (depth > deepest_next) throw BadLine(line, "indented below '...', which stands for whole processes");
    const std::size_t parent = root ? 0 : parent_of(tree, depth, line);
    const bool is_further = !root && source[i].substr(spaces) == further;
    deepest_next = is_further ? depth : deepest;
    if (is_further) {
      open_parent(tree.processes[parent], line);
      continue;
    }
    ExpectedProcess process = LineParser(source[i].substr(spaces), line, root, most_status).parse();
    process.depth = depth;
    process.parent = parent;
    if (!root) tree.processes[parent].children.push_back(tree.processes.size());
    tree.processes.push_back(std::move(process));
  }
  if (tree.processes.empty())
    throw BadLine(first_line - 1, "'processes' is empty; its first line is 'program  exit N'");
  return tree;
}

std::string name_in(const ExpectedTree& tree, std::size_t process) {
  const ExpectedProcess& named = tree.processes[process];
  const auto same = std::ranges::count(tree.processes, named.label, &ExpectedProcess::label);
  return same == 1 ? named.label : named.label + " (line " + std::to_string(named.line) + ")";
}

}  // namespace harness
