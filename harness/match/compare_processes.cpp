#include "match/compare_processes.hpp"

#include <iterator>

#include "match/compare_adopted.hpp"
#include "support/escape.hpp"

namespace harness {
namespace {

TreeReport explain(const ExpectedTree& expected, const SeenTree& tree, Level level) {
  switch (level) {
    case Level::trace:
    case Level::passive:
    case Level::job:
      return explain_tree(expected, tree);
    case Level::adopt:
      return explain_adopted(expected, tree);
    case Level::root:
      return explain_root_only(expected, tree);
  }
  return TreeReport();
}

TreeReport without_tree(const SeenTree& tree) {
  TreeReport report;
  std::vector<Difference> wrong_exit;
  find_wrong_exit(Exited{0}, 0, *tree.processes[0], wrong_exit);
  for (Difference& difference : wrong_exit)
    report.add(std::move(difference));
  for (const Process* process : tree.processes) {
    if (process->fate == Fate::leaked) report.add(extra_process(*process, ""));
  }
  return report;
}

std::string guess_in_words(const Process& process) {
  constexpr std::size_t longest = 160;
  std::string command;
  for (const std::string& word : process.argv.value_or(std::vector<std::string>())) {
    command += (command.empty() ? "" : " ") + visible(word);
    if (command.size() > longest) break;
  }
  if (command.size() > longest) command = command.substr(0, longest) + "...";
  return process.id + " looks like a helper of the start method, of a version that exeunt does not know" +
         (command.empty() ? "" : ": " + command);
}

void append(std::vector<std::string>& to, std::vector<std::string> from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace

void compare_processes(const Observation& seen, const Golden& expected, const Conditions& conditions,
                       Comparison& comparison) {
  const auto* section = selected(expected.processes, conditions);
  const SeenTree tree = SeenTree::of(seen);
  if (tree.processes.empty()) {
    find_wrong_exit(std::nullopt, section != nullptr ? section->content.processes[0].line : 0, Process{},
                    comparison.differences);
    return;
  }
  TreeReport report = section != nullptr ? explain(section->content, tree, seen.level) : without_tree(tree);
  for (Difference& difference : report.finish())
    comparison.differences.push_back(std::move(difference));
  append(comparison.not_checked, std::move(report.not_checked));
  append(comparison.close_races, std::move(report.close_races));
  for (const Process& process : seen.processes) {
    if (process.helper_guessed) comparison.guessed_helpers.push_back(guess_in_words(process));
  }
}

}  // namespace harness
