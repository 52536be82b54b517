#include "watch/fates.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <string>

#include "watch/creator.hpp"

namespace harness::watch {
namespace {

constexpr std::size_t never = std::numeric_limits<std::size_t>::max();

double ms(std::int64_t us) {
  return static_cast<double>(us) / 1000.0;
}

// One process while its story is read; places are indices into the events.
struct Life {
  int parent = -1;
  bool adopted = false;
  bool helper = false;
  bool leaked = false;
  bool root = false;
  bool killed_by_harness = false;
  std::size_t ended = never;
  std::size_t reaped = never;
  std::int64_t own_cpu_us = -1;  // with that of the children it waited for
  std::vector<int> children;     // by creator
  Process facts;

  bool is_helper() const { return helper; }
};

class Fates {
 public:
  explicit Fates(const wire::RunReport& report) : events_(report.events), reaps_(report.reaps) {
    for (std::size_t place = 0; place < events_.size(); ++place)
      read(place);
    for (const int number : report.leaked)
      lives_[number].leaked = true;
    for (const Survivor& survivor : report.released)
      lives_[survivor.number].facts.still_runs = lives_[survivor.number].ended == never;
    for (const int number : report.helpers)
      lives_[number].helper = true;
    for (const int number : report.guessed_helpers)
      lives_[number].facts.helper_guessed = true;
  }

  std::vector<Process> tell() {
    if (lives_.empty()) return {};
    lives_.begin()->second.root = true;
    for (auto& [number, life] : lives_) {
      life.facts.number = number;
      link(number, life);
    }
    for (auto& [number, life] : lives_)
      decide_fate(number, life);
    for (auto& [number, life] : lives_)
      subtract_children_cpu(number, life);
    std::vector<Process> told;
    Life& root = lives_.begin()->second;
    root.facts.id = "program";
    list(root, told);
    list_strays(told);
    return told;
  }

 private:
  void read(std::size_t place) {
    const Event& event = events_[place];
    if (event.kind == EventKind::output) return;
    Life& life = lives_[event.process];
    Process& facts = life.facts;
    switch (event.kind) {
      case EventKind::created:
        created(life, event);
        break;
      case EventKind::adopted:
        created(life, event);
        life.adopted = true;
        break;
      case EventKind::exec:
        facts.argv = event.argv.empty() ? std::nullopt : std::optional(event.argv);
        facts.exec = true;
        break;
      case EventKind::exited:
        life.ended = place;
        facts.end_ms = ms(event.t_us);
        if (event.signal != unknown_ending) facts.end = event.end;
        life.own_cpu_us = event.cpu_us;
        if (event.peak_kb >= 0) facts.peak_kb = event.peak_kb;
        break;
      case EventKind::reaped:
        life.reaped = place;
        facts.reaped_ms = ms(event.t_us);
        break;
      case EventKind::killed:
        life.killed_by_harness = true;
        break;
      case EventKind::stopped:
      case EventKind::continued:
      case EventKind::output:
        break;
    }
  }

  void created(Life& life, const Event& event) {
    life.facts.pid = event.pid;
    life.facts.start_ms = ms(event.t_us);
    if (event.parent < 0 || event.parent >= event.process) return;
    life.parent = event.parent;
    const Process& parent = lives_[event.parent].facts;
    life.facts.argv = parent.argv;
    life.facts.exec = false;
  }

  int creator_of(int number) {
    return watch::creator_of(number, [this](int other) -> const Life& { return lives_[other]; });
  }

  void link(int number, Life& life) {
    if (life.root || life.helper) return;
    const int creator = creator_of(number);
    if (creator >= 0) lives_[creator].children.push_back(number);
  }

  void decide_fate(int number, Life& life) {
    const int creator = creator_of(number);
    if (life.root) {
      life.facts.fate = Fate::root;
    } else if (life.leaked) {
      life.facts.fate = Fate::leaked;
    } else if (creator >= 0) {
      decide_by_creator(life, lives_[creator]);
    } else if (life.adopted) {
      life.facts.fate = Fate::orphaned;
    }
    if (life.killed_by_harness || life.leaked) life.facts.end.reset();  // by the harness's own SIGKILL
  }

  void decide_by_creator(Life& life, const Life& creator) {
    if (is_in_doubt(life, creator)) return;
    if (creator.ended != never && (life.ended == never || life.ended > creator.ended)) {
      life.facts.fate = Fate::orphaned;
      if (life.ended != never) life.facts.margin_ms = between(life.ended, creator.ended);
    } else if (reaps_ == ReapsSeen::none) {
      if (life.ended != never) life.facts.outlived_creator = false;
    } else if (creator.ended != never && was_left(life, creator)) {
      life.facts.fate = Fate::zombie;
      life.facts.margin_ms = between(life.ended, creator.ended);
    } else if (creator.ended != never || life.reaped != never) {
      life.facts.fate = Fate::reaped;
    }
  }

  // Who ended first is not known of two that one look found, where it is not sure when one of them ended.
  bool is_in_doubt(const Life& life, const Life& creator) const {
    if (life.ended == never || creator.ended == never) return false;
    const Event& one = events_[life.ended];
    const Event& other = events_[creator.ended];
    return one.look == other.look && (one.doubtful || other.doubtful);
  }

  // Of one that had ended when its creator did.
  bool was_left(const Life& life, const Life& creator) {
    if (life.reaped == never) return reaps_ == ReapsSeen::all;
    return life.reaped > creator.ended && !reaped_by_helper(life);
  }

  // A server that made the process waits for it, whenever it gets to it.
  bool reaped_by_helper(const Life& life) {
    return lives_[life.parent].helper && events_[life.reaped].by != ReapedBy::adopter;
  }

  double between(std::size_t a, std::size_t b) const {
    return std::abs(ms(events_[a].t_us) - ms(events_[b].t_us));
  }

  // What wait(2) tells of a process includes the children that it waited for itself; without theirs, its own
  // is not known either.
  void subtract_children_cpu(int number, Life& life) {
    if (life.own_cpu_us < 0) return;
    std::int64_t own = life.own_cpu_us;
    for (const auto& [other_number, other] : lives_) {
      const bool waited_for =
          other.parent == number && other.reaped != never && events_[other.reaped].by == ReapedBy::parent;
      if (!waited_for) continue;
      if (other.own_cpu_us < 0) return;
      own -= other.own_cpu_us;
    }
    life.facts.cpu_ms = ms(std::max<std::int64_t>(own, 0));
  }

  void list(Life& life, std::vector<Process>& told) {
    told.push_back(life.facts);
    const std::string id = life.facts.id;
    int child_number = 0;
    for (const int child : life.children) {
      Process& facts = lives_[child].facts;
      facts.parent = id;
      facts.id = (id == "program" ? std::string() : id + ".") + std::to_string(++child_number);
      list(lives_[child], told);
    }
  }

  // Those whose creator is not known are numbered behind the root's children; then the helpers.
  void list_strays(std::vector<Process>& told) {
    int stray_number = static_cast<int>(lives_.begin()->second.children.size());
    for (auto& [number, life] : lives_) {
      if (life.root || life.helper || creator_of(number) >= 0) continue;
      life.facts.id = std::to_string(++stray_number);
      list(life, told);
    }
    int helper_number = 0;
    for (auto& [number, life] : lives_) {
      if (!life.helper) continue;
      life.facts.id = "helper " + std::to_string(++helper_number);
      life.facts.helper = true;
      const int creator = creator_of(number);
      if (creator >= 0) life.facts.parent = lives_[creator].facts.id;
      told.push_back(life.facts);
    }
  }

  const std::vector<Event>& events_;
  const ReapsSeen reaps_;
  std::map<int, Life> lives_;
};

}  // namespace

std::vector<Process> fates_of(const wire::RunReport& report) {
  return Fates(report).tell();
}

}  // namespace harness::watch
