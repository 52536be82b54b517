#include "record/changes.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "model/names.hpp"
#include "record/causes.hpp"
#include "record/run_detail.hpp"
#include "record/run_groups.hpp"
#include "record/timing.hpp"

namespace harness {
namespace {

constexpr std::size_t most_variations = 20;  // repetitions of a run that are read again
constexpr std::size_t most_lines = 3;        // shown of a change, on each side

enum class Side { passing, failing, skipped };

Side side_of(Verdict verdict) {
  if (is_wrong(verdict)) return Side::failing;
  return verdict == Verdict::skip ? Side::skipped : Side::passing;
}

const RecordEntry* run_on(const RunGroup& group, Side side) {
  const auto found = std::find_if(group.runs.begin(), group.runs.end(),
                                  [&](const RecordEntry* run) { return side_of(run->verdict) == side; });
  return found == group.runs.end() ? nullptr : *found;
}

// The worst of repeated runs stands for them.
Side side_of(const RunGroup& group) {
  if (run_on(group, Side::failing) != nullptr) return Side::failing;
  return run_on(group, Side::passing) != nullptr ? Side::passing : Side::skipped;
}

// How much of a tree a level sees; trees are compared where it is equal.
int reach_of(Level level) {
  switch (level) {
    case Level::trace:
    case Level::passive:
      return 3;
    case Level::job:
      return 2;
    case Level::adopt:
      return 1;
    case Level::root:
      return 0;
  }
  return 0;
}

double median_ms(const RunGroup& group) {
  std::vector<double> times;
  for (const RecordEntry* run : group.runs)
    times.push_back(run->wall_ms);
  return median(std::move(times));
}

using Hash = std::uint64_t RecordEntry::*;
using Lines = std::vector<std::string> RunDetail::*;

bool known_among(const RunGroup& group, std::uint64_t value, Hash hash) {
  return std::any_of(group.runs.begin(), group.runs.end(),
                     [&](const RecordEntry* run) { return run->*hash == value; });
}

// The first line that is not the same, and what follows it, as far as is shown.
void show_lines(Change& change, const std::vector<std::string>& before,
                const std::vector<std::string>& after) {
  const auto [first, second] = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
  const auto some = [](auto begin, auto end) {
    return std::vector<std::string>(begin,
                                    std::min(end, begin + std::min<std::ptrdiff_t>(end - begin, most_lines)));
  };
  change.before = some(first, before.end());
  change.after = some(second, after.end());
  while (!change.before.empty() && !change.after.empty() && change.before.back() == change.after.back()) {
    change.before.pop_back();
    change.after.pop_back();
  }
  change.reason = "from line " + std::to_string(first - before.begin() + 1) + " on";
}

class Comparing {
 public:
  Comparing(const RecordIndex& first, const RecordIndex& second, const Words& words)
      : first_(first), second_(second), pairs_(group_pairs(first, second, words)) {}

  Changes compare() {
    measure_noise();
    for (const GroupPair& pair : pairs_)
      compare(pair);
    name_causes();
    std::stable_sort(found_.changes.begin(), found_.changes.end(), [](const Change& a, const Change& b) {
      return std::tie(a.kind, a.cause, a.key) < std::tie(b.kind, b.cause, b.key);
    });
    return std::move(found_);
  }

 private:
  void measure_noise() {
    std::vector<TimePair> times;
    for (const GroupPair& pair : pairs_) {
      if (pair.first.runs.empty() || pair.second.runs.empty()) continue;
      if (side_of(pair.first) == Side::passing && side_of(pair.second) == Side::passing)
        times.push_back({median_ms(pair.first), median_ms(pair.second)});
    }
    noise_ = noise_of(times);
    found_.overall_ratio = noise_.overall;
    found_.noise_ratio = noise_.threshold;
  }

  Change& add(ChangeKind kind, const GroupPair& pair) {
    Change change;
    change.kind = kind;
    change.key = pair.key;
    const auto verdict = [](const RunGroup& group) -> std::optional<Verdict> {
      if (group.runs.empty()) return std::nullopt;
      return run_on(group, side_of(group))->verdict;
    };
    change.first_verdict = verdict(pair.first);
    change.second_verdict = verdict(pair.second);
    change.first_ms = median_ms(pair.first);
    change.second_ms = median_ms(pair.second);
    return found_.changes.emplace_back(std::move(change));
  }

  void compare(const GroupPair& pair) {
    if (pair.second.runs.empty()) return add_alone(ChangeKind::only_first, pair, pair.first, first_);
    if (pair.first.runs.empty()) return add_alone(ChangeKind::only_second, pair, pair.second, second_);
    const Side before = side_of(pair.first);
    const Side after = side_of(pair.second);
    if (before == Side::skipped && after == Side::skipped) return;
    if (after == Side::skipped || (before == Side::skipped && after == Side::passing))
      return add_skipped(pair);
    ++found_.compared;
    if (before != Side::failing && after == Side::failing) return add_failing(pair);
    if (before == Side::failing && after != Side::failing) return add_passing(pair);
    const bool changed = differ(pair, ChangeKind::output, &RecordEntry::output, &RunDetail::output) ||
                         trees_differ(pair) || times_differ(pair);
    if (!changed) ++found_.unchanged;
  }

  void add_alone(ChangeKind kind, const GroupPair& pair, const RunGroup& group, const RecordIndex& record) {
    Change& change = add(kind, pair);
    if (side_of(group) == Side::failing)
      change.reason = detail_of(record.path, *run_on(group, Side::failing)).reason;
  }

  void add_skipped(const GroupPair& pair) {
    Change& change = add(ChangeKind::not_compared, pair);
    const bool here = side_of(pair.first) == Side::skipped;
    const RecordEntry* run = run_on(here ? pair.first : pair.second, Side::skipped);
    change.reason = detail_of(here ? first_.path : second_.path, *run).reason;
  }

  void explain(Change& change, const RecordIndex& record, const RecordEntry& run) const {
    const RunDetail detail = detail_of(record.path, run);
    change.reason = detail.reason;
    change.place = detail.place;
    change.before = detail.expected;
    change.after = detail.seen;
  }

  void add_failing(const GroupPair& pair) {
    explain(add(ChangeKind::newly_failing, pair), second_, *run_on(pair.second, Side::failing));
  }

  void add_passing(const GroupPair& pair) {
    Change& change = add(ChangeKind::newly_passing, pair);
    change.reason = detail_of(first_.path, *run_on(pair.first, Side::failing)).reason;
    if (!change.reason.empty()) change.reason = "before: " + change.reason;
  }

  // Runs of the first record, one for each way in which they came out.
  std::vector<RunDetail> variations(const RunGroup& group, Hash hash) const {
    std::set<std::uint64_t> known;
    std::vector<RunDetail> details;
    for (const RecordEntry* run : group.runs) {
      if (details.size() == most_variations) break;
      if (known.insert(run->*hash).second) details.push_back(detail_of(first_.path, *run));
    }
    return details;
  }

  // Equal bytes are equal; where bytes differ, the runs are read again and compared for what they mean.
  bool differ(const GroupPair& pair, ChangeKind kind, Hash hash, Lines lines) {
    const auto fresh =
        std::find_if(pair.second.runs.begin(), pair.second.runs.end(),
                     [&](const RecordEntry* run) { return !known_among(pair.first, run->*hash, hash); });
    if (fresh == pair.second.runs.end()) return false;
    const RunDetail after = detail_of(second_.path, **fresh);
    const std::vector<RunDetail> before = variations(pair.first, hash);
    const bool passing = side_of(pair.second) == Side::passing;
    for (const RunDetail& one : before) {
      if (one.*lines == after.*lines) return false;
      const bool varies = kind == ChangeKind::tree ? one.close_race || after.close_race
                                                   : without_numbers_and_order(one.*lines) ==
                                                         without_numbers_and_order(after.*lines);
      if (passing && varies) {
        ++found_.varied;
        return false;
      }
    }
    show_lines(add(kind, pair), before.front().*lines, after.*lines);
    return true;
  }

  bool trees_differ(const GroupPair& pair) {
    const Level before = pair.first.runs.front()->level;
    const Level after = pair.second.runs.front()->level;
    if (reach_of(before) != reach_of(after)) {
      ++found_.trees_not_compared;
      found_.why_not =
          "level " + std::string(to_string(before)) + " here, " + std::string(to_string(after)) + " there";
      return false;
    }
    return differ(pair, ChangeKind::tree, &RecordEntry::tree, &RunDetail::tree);
  }

  bool times_differ(const GroupPair& pair) {
    if (side_of(pair.first) != Side::passing) return false;
    if (!beyond_noise({median_ms(pair.first), median_ms(pair.second)}, noise_)) return false;
    add(ChangeKind::timing, pair);
    return true;
  }

  // Only scenarios with changes are looked at again.
  void name_causes() {
    std::map<std::string, std::vector<RunKey>> compared;
    for (const Change& change : found_.changes)
      compared[change.key.scenario];
    for (const GroupPair& pair : pairs_) {
      const auto scenario = compared.find(pair.key.scenario);
      if (scenario == compared.end()) continue;
      if (!pair.first.runs.empty() || !pair.second.runs.empty()) scenario->second.push_back(pair.key);
    }
    std::map<std::pair<ChangeKind, std::string>, std::vector<Change*>> alike;
    for (Change& change : found_.changes)
      alike[{change.kind, change.key.scenario}].push_back(&change);
    for (const auto& [what, changes] : alike) {
      std::vector<RunKey> changed;
      for (const Change* change : changes)
        changed.push_back(change->key);
      const std::string cause = common_cause(changed, compared[what.second]);
      for (Change* change : changes)
        change->cause = cause;
    }
  }

  const RecordIndex& first_;
  const RecordIndex& second_;
  std::vector<GroupPair> pairs_;
  TimeNoise noise_;
  Changes found_;
};

}  // namespace

std::size_t Changes::count(ChangeKind kind) const {
  return static_cast<std::size_t>(std::count_if(changes.begin(), changes.end(),
                                                [&](const Change& change) { return change.kind == kind; }));
}

Changes changes_between(const RecordIndex& first, const RecordIndex& second, const Words& words) {
  return Comparing(first, second, words).compare();
}

}  // namespace harness
