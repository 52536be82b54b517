#include "match/seen_tree.hpp"

#include <algorithm>
#include <unordered_map>

#include "model/names.hpp"
#include "support/escape.hpp"
#include "support/program_name.hpp"

namespace harness {

SeenTree SeenTree::of(const Observation& seen) {
  SeenTree tree;
  tree.is_complete = seen.is_complete;
  std::unordered_map<std::string_view, std::size_t> index_of;
  for (const Process& process : seen.processes) {
    if (process.helper) continue;
    const std::size_t index = tree.processes.size();
    const auto parent = process.parent ? index_of.find(*process.parent) : index_of.end();
    const bool known = parent != index_of.end();
    const std::size_t creator = known ? parent->second : 0;
    tree.processes.push_back(&process);
    tree.children.emplace_back();
    tree.depth.push_back(index == 0 ? 0 : tree.depth[creator] + 1);
    tree.stray.push_back(index != 0 && !known);
    if (index != 0) tree.children[creator].push_back(index);
    index_of.emplace(process.id, index);
  }
  return tree;
}

std::string_view program_of(const Process& process) {
  if (!process.exec.value_or(false) || !process.argv || process.argv->empty()) return {};
  return program_name(process.argv->front());
}

std::string seen_label(const SeenTree& tree, std::size_t process) {
  if (process == 0) return "program";
  constexpr std::size_t longest = 40;
  const std::string_view program = program_of(*tree.processes[process]);
  const bool plain =
      !program.empty() && program.size() <= longest && std::ranges::all_of(program, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
               c == '_' || c == '-' || c == '+';
      });
  const bool reads_as_number = plain && program.front() >= '0' && program.front() <= '9';
  if (plain && !reads_as_number && program != program_of(*tree.processes[0])) return std::string(program);
  switch (tree.depth[process]) {
    case 1:
      return "child";
    case 2:
      return "grandchild";
    default:
      return "descendant";
  }
}

std::string described(const Process& process) {
  std::string facts(visible(program_of(process)));
  const auto add = [&](std::string_view fact) {
    if (!facts.empty()) facts += ", ";
    facts += fact;
  };
  if (process.end && process.fate != Fate::leaked) add(to_string(*process.end));
  if (process.fate) add(to_string(*process.fate));
  return process.id + (facts.empty() ? "" : " (" + facts + ")");
}

}  // namespace harness
