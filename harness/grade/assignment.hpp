#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/sandbox.hpp"
#include "model/start_method.hpp"
#include "model/stdio_mode.hpp"
#include "model/verdict.hpp"

namespace harness {

/// Who sees an item's result.
enum class Visibility {
  visible,    ///< the student, at once
  hidden,     ///< the instructor alone
  after_due,  ///< the student, when the assignment is no longer accepted
};

/// How much an item's feedback tells a student, each more than the one before.
enum class Feedback {
  verdict,  ///< right or wrong
  words,    ///< what went wrong, without what was expected
  seen,     ///< and what the program wrote and which processes it made
  full,     ///< and the difference to what was expected
};

/// How a group's points come together.
enum class GroupRule { sum, all_or_nothing };

/// In which language a submission is written; `automatic` tells by the endings of its files.
enum class Language { automatic, c, cpp, python, shell, make, cmake, prebuilt };

/// The scores of several runs of one item: which one counts.
enum class FlakyPolicy { best, worst };

/// A file or folder of the instructor's that is put into every submission, whatever it brings itself.
struct ProvidedFile {
  std::filesystem::path from;  ///< absolute
  std::filesystem::path to;    ///< relative to the submission
  bool operator==(const ProvidedFile&) const = default;
};

/// One program of a submission and the files that it is made of.
struct ProgramSources {
  std::string name;
  std::vector<std::string> sources;  ///< relative to the submission
  bool operator==(const ProgramSources&) const = default;
};

/// Bounds of what a submission brings.
struct SubmissionLimits {
  int members = 200;  ///< files and folders
  int depth = 8;      ///< folders in folders
  std::uint64_t file_bytes = 1ULL << 20U;
  std::uint64_t all_bytes = 16ULL << 20U;
  bool operator==(const SubmissionLimits&) const = default;
};

struct BuildPlan {
  Language language = Language::automatic;
  std::vector<std::string> flags;    ///< for C and C++, behind the ones that are always given
  std::vector<std::string> targets;  ///< of make and CMake; empty: the default one
  std::vector<ProvidedFile> provided;
  std::vector<ProgramSources> programs;  ///< those that are not one file of the program's name
  std::vector<std::string> required;     ///< files without which nothing is built
  Limits limits = build_limits();
};

/// A sentence of the instructor's for those whose result has this reason.
struct Hint {
  std::optional<ReasonCode> when;  ///< nothing: for every failure
  std::string text;
  bool operator==(const Hint&) const = default;
};

/// One thing that is judged and gives points.
struct AssignmentItem {
  std::string name;
  std::string title;  ///< for people; the name where the file says nothing
  double points = 1;
  std::string group;               ///< empty: none
  std::vector<std::string> after;  ///< items that must have passed
  Visibility visibility = Visibility::visible;
  Feedback feedback = Feedback::full;
  std::vector<Hint> hints;
  std::filesystem::path golden;   ///< absolute
  std::string program;            ///< relative to the built submission, without its language's ending
  std::vector<std::string> args;  ///< in front of those that the golden gives
  std::vector<std::optional<StartMethod>> start_methods{std::nullopt};
  std::vector<StdioMode> stdio{StdioMode::pipe};
  int repeat = 1;
  Limits limits;
  int line = 0;  ///< of the file
};

struct ItemGroup {
  std::string name;
  std::string title;
  GroupRule rule = GroupRule::sum;
  std::optional<double> weight;  ///< points of the whole group, shared among its items by their points
};

/// What handing in late costs.
struct LatePolicy {
  std::optional<std::chrono::system_clock::time_point> due;
  std::chrono::minutes grace{0};
  double percent_per_day = 0;             ///< of the score, for every day begun
  std::optional<double> percent_at_most;  ///< however late
  std::optional<int> last_day;            ///< handed in later than so many days: nothing
};

/// A solution that must lose exactly these items.
struct WrongSolution {
  std::filesystem::path path;  ///< absolute
  std::vector<std::string> loses;
  int line = 0;
};

/// Coursework as its instructor describes it.
struct Assignment {
  std::filesystem::path file;
  std::string title;
  std::vector<AssignmentItem> items;
  std::vector<ItemGroup> groups;
  SubmissionLimits submission;
  BuildPlan build;
  LatePolicy late;
  FlakyPolicy flaky = FlakyPolicy::worst;
  std::vector<WrongSolution> wrong_solutions;
  double points() const;  ///< that can be had
};

/// The group that an item names, or nullptr.
const ItemGroup* group_of(const Assignment& assignment, const AssignmentItem& item);

/// The points of an item after its group's weight.
double points_of(const Assignment& assignment, const AssignmentItem& item);

std::string_view to_string(Visibility visibility);
std::optional<Visibility> parse_visibility(std::string_view word);

}  // namespace harness
