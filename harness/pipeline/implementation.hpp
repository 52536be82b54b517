#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/conditions.hpp"
#include "model/scenario.hpp"
#include "pipeline/run.hpp"
#include "pipeline/stand_in.hpp"

namespace harness {

/// What is judged: our library, the twins by an interpreter of Python, or a folder of somebody's programs.
struct Implementation {
  std::string name{};              ///< "reference", "cpython", "pypy", "python:MODULE", or the folder's name
  std::string version_text{};      ///< as it names itself; empty where it has none
  std::string python_version{};    ///< of the twins: the language that their interpreter speaks; else empty
  bool twins = false;              ///< its programs are the suite's twins
  std::filesystem::path folder{};  ///< of its programs; empty for the twins
  std::filesystem::path interpreter{};  ///< of the twins; of others an emulator, or empty
  /// What takes the place of multiprocessing in the twins; nothing: nothing does.
  std::optional<StandIn> stand_in{};
  std::vector<std::string> environment{};  ///< NAME=VALUE, beside what every run is given
  /// What only helpers of its start methods are executed with, as helper_kind() takes it.
  std::vector<std::string> helper_marks{};
  std::string missing{};  ///< why it cannot be run at all; empty: it can
  /// The facilities that its programs go without here, each with the reason.
  std::map<std::string, std::string> lacking{};

  /// Whether its programs may say of themselves what they do not support: those of a folder, and the
  /// reference's where they are another platform's.
  bool may_lack_support() const {
    const bool is_foreign = name == "reference" && !interpreter.empty();
    return is_foreign || (name != "reference" && !twins);
  }
};

/// The words that name an implementation by themselves, beside python:MODULE and folders.
inline constexpr std::array<std::string_view, 4> implementation_words{"reference", "cpython", "pypy", "all"};

/// Arguments by which the helpers of an implementation's start methods are known; empty where it has none.
std::vector<std::string> helper_marks_of(std::string_view implementation);

/// Those that a request asks for, each once, in its order.
/// @throws UsageError for a word that is neither an implementation nor a folder, CannotJudge for an
/// interpreter or a module that cannot be judged.
std::vector<Implementation> implementations_of(const RunRequest& request);

/// Why none of its programs can run under this start method; empty: they can.
std::string why_not_under(const Implementation& implementation, StartMethod method);

/// How an implementation runs one scenario.
struct Command {
  std::vector<std::string> argv{};  ///< empty: it cannot
  std::string missing{};            ///< why not
  bool skipped = false;             ///< and that is nobody's fault
};
Command command_for(const Implementation& implementation, const Scenario& scenario);

}  // namespace harness
