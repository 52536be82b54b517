#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "grade/recipe.hpp"
#include "model/sandbox.hpp"
#include "run/runner.hpp"

namespace harness {

/// Where one submission lies while it is graded: what was handed in, and what was built of it. Inside the
/// sandbox the two are /submission and /program; without it they are folders of the host.
class Place {
 public:
  /// @param root  made; removed by remove().
  Place(std::filesystem::path root, bool sandboxed);

  std::filesystem::path submission() const { return root_ / "submission"; }

  /// The program that carries out a building step. `of` names the program that it is for; empty: for all.
  Program builder(const BuildStep& step, const std::string& of, const Limits& limits) const;

  /// Keeps what a building step has made. @return false where it made nothing of that name.
  bool keep(const BuildStep& step, const std::string& of, const std::vector<TakenFile>& files) const;

  /// The command of a program. `of` as it was given to builder().
  std::vector<std::string> command(const Recipe& recipe, const std::string& of) const;
  /// Whether what command() names is there.
  bool has(const Recipe& recipe, const std::string& of) const;

  /// Confines a run of what was built.
  void confine(Program& program, const std::string& of, const Limits& limits,
               const std::vector<std::filesystem::path>& hidden) const;

  /// A text with this place's own paths in the words of those inside.
  std::string without_host_paths(std::string text) const;

  void remove() const;

 private:
  std::filesystem::path built(const std::string& of) const;

  std::filesystem::path root_;
  bool sandboxed_;
};

}  // namespace harness
