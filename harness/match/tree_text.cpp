#include "match/tree_text.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "match/tree_line.hpp"

namespace harness {
namespace {

constexpr std::size_t least_collapsed = 4;
constexpr std::size_t deepest_shown = 200;  // what a golden can say

class TreeWriter {
 public:
  explicit TreeWriter(const Observation& seen) : tree_(SeenTree::of(seen)) {}

  std::string write() {
    if (tree_.processes.empty()) return {};
    std::vector<std::size_t> open{0};  // no recursion: how deep a tree is, the program decides
    while (!open.empty()) {
      const std::size_t process = open.back();
      open.pop_back();
      lines_.push_back(line_of(process));
      if (tree_.depth[process] == deepest_shown) {
        left_out_ += tree_.children[process].size();
      } else {
        descend(process, open);
      }
    }
    std::string text;
    for (const std::string& line : in_columns(lines_))
      text += line + "\n";
    if (left_out_ > 0)
      text +=
          "# " + std::to_string(left_out_) + " or more processes below the last generation shown, left out\n";
    return text;
  }

 private:
  using Key = std::tuple<std::string, std::string, std::string>;

  TreeLine line_of(std::size_t process) const {
    const auto collapsed = number_of_.find(process);
    std::string label = seen_label(tree_, process);
    if (collapsed != number_of_.end()) label = std::to_string(collapsed->second) + "x " + label;
    return tree_line(*tree_.processes[process], label, tree_.depth[process]);
  }

  // Children are opened in reverse, so that the first is written next; of equal leaves the first stands for
  // all.
  void descend(std::size_t process, std::vector<std::size_t>& open) {
    std::map<Key, std::vector<std::size_t>> equal;
    for (const std::size_t child : tree_.children[process]) {
      if (!tree_.children[child].empty()) continue;
      const TreeLine line = line_of(child);
      equal[{line.label, line.ending, line.fate}].push_back(child);
    }
    std::vector<std::size_t> hidden;
    for (const auto& [key, leaves] : equal) {
      if (leaves.size() < least_collapsed) continue;
      number_of_[leaves.front()] = leaves.size();
      hidden.insert(hidden.end(), leaves.begin() + 1, leaves.end());
    }
    std::ranges::sort(hidden);
    const std::vector<std::size_t>& children = tree_.children[process];
    for (auto child = children.rbegin(); child != children.rend(); ++child) {
      if (!std::ranges::binary_search(hidden, *child)) open.push_back(*child);
    }
  }

  SeenTree tree_;
  std::map<std::size_t, std::size_t> number_of_;
  std::vector<TreeLine> lines_;
  std::size_t left_out_ = 0;
};

}  // namespace

std::string tree_text(const Observation& seen) {
  return TreeWriter(seen).write();
}

}  // namespace harness
