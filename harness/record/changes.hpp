#pragma once

#include <optional>
#include <string>
#include <vector>

#include "record/record_index.hpp"

namespace harness {

/// In which respect a variant of a scenario is not the same in two records. Each variant counts once, under
/// the first of these that holds.
enum class ChangeKind {
  newly_failing,
  newly_passing,
  output,      ///< what it wrote, where the verdicts agree
  tree,        ///< its processes, where the verdicts agree
  timing,      ///< how long it took, beyond the noise of these records
  only_first,  ///< the other record has no such run
  only_second,
  not_compared,  ///< skipped in one of them
};

/// A scenario under one implementation, start method and stdio mode.
struct RunKey {
  std::string scenario;
  std::string implementation;
  std::string version;  ///< only where a record has several versions of the implementation
  std::optional<StartMethod> start_method;
  StdioMode stdio = StdioMode::pipe;

  auto operator<=>(const RunKey&) const = default;
};

/// "reference, spawn, tty"
std::string variant_text(const RunKey& key);

struct Change {
  ChangeKind kind = ChangeKind::newly_failing;
  RunKey key;
  std::optional<Verdict> first_verdict;  ///< of the run that shows it best, among repetitions
  std::optional<Verdict> second_verdict;
  std::string reason;               ///< one sentence
  std::string place;                ///< "expected/exit/a.golden:4", as the record has it; empty: none
  std::vector<std::string> before;  ///< lines that show it: what was, or was expected; at most a few
  std::vector<std::string> after;   ///< what is
  double first_ms = 0;              ///< median of the repetitions
  double second_ms = 0;
  std::string cause;  ///< "only under spawn": what the changed variants of the scenario have in common
};

/// What two records have in common and what not.
struct Changes {
  std::vector<Change> changes;  ///< by kind, then by cause, then by key
  std::size_t compared = 0;     ///< variants that both records ran
  std::size_t unchanged = 0;
  std::size_t varied = 0;              ///< passed twice and differ in what goldens leave open: numbers, order
  std::size_t trees_not_compared = 0;  ///< one level of observation sees less than the other
  std::string why_not;                 ///< "level trace here, root there"
  double overall_ratio = 1;            ///< median of second/first times
  double noise_ratio = 1;              ///< a time that changed by less is within the noise

  std::size_t count(ChangeKind kind) const;
};

/// Compares two records whose words are in `words`. Reads the lines of those runs again that may differ.
/// @throws CannotJudge where a record cannot be read any more.
Changes changes_between(const RecordIndex& first, const RecordIndex& second, const Words& words);

/// "newly failing"
std::string_view title_of(ChangeKind kind);
/// "newly_failing": the key in the JSON form.
std::string_view key_of(ChangeKind kind);

inline constexpr ChangeKind all_change_kinds[] = {
    ChangeKind::newly_failing, ChangeKind::newly_passing, ChangeKind::output,      ChangeKind::tree,
    ChangeKind::timing,        ChangeKind::only_first,    ChangeKind::only_second, ChangeKind::not_compared};

}  // namespace harness
