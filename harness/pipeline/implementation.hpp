#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/conditions.hpp"
#include "model/scenario.hpp"
#include "pipeline/run.hpp"

namespace harness {

/// What is judged: our library, a CPython, or a folder of somebody's programs.
struct Implementation {
  std::string name{};                   ///< "reference", "cpython", or the folder's name
  std::string version_text{};           ///< as it names itself; empty where it has none
  std::filesystem::path folder{};       ///< of its programs; empty for cpython
  std::filesystem::path interpreter{};  ///< of cpython; of others an emulator, or empty
  /// What only helpers of its start methods are executed with, as helper_kind() takes it.
  std::vector<std::string> helper_marks{};
  std::string missing{};  ///< why it cannot be run at all; empty: it can
  /// The facilities that its programs go without here, each with the reason.
  std::map<std::string, std::string> lacking{};

  /// Whether its programs may say of themselves what they do not support: those of a folder, and the
  /// reference's where they are another platform's.
  bool may_lack_support() const {
    const bool is_foreign = name == "reference" && !interpreter.empty();
    return is_foreign || (name != "reference" && name != "cpython");
  }
};

/// Arguments by which the helpers of an implementation's start methods are known; empty where it has none.
std::vector<std::string> helper_marks_of(std::string_view implementation);

/// Those that a request asks for, each once, in its order.
/// @throws UsageError for a word that is neither an implementation nor a folder.
std::vector<Implementation> implementations_of(const RunRequest& request);

/// How an implementation runs one scenario.
struct Command {
  std::vector<std::string> argv{};  ///< empty: it cannot
  std::string missing{};            ///< why not
  bool skipped = false;             ///< and that is nobody's fault
};
Command command_for(const Implementation& implementation, const Scenario& scenario);

}  // namespace harness
