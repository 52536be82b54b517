#include "record/happenings.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace harness {
namespace {

class Teller {
 public:
  explicit Teller(const Observation& seen) : seen_(seen), alive_(seen.processes.size(), true) {
    std::map<std::string, std::size_t> place_of_id;
    for (std::size_t place = 0; place < seen.processes.size(); ++place) {
      const Process& process = seen.processes[place];
      place_of_id.emplace(process.id, place);
      if (process.number >= 0) place_of_number_.emplace(process.number, place);
    }
    children_.resize(seen.processes.size());
    for (std::size_t place = 0; place < seen.processes.size(); ++place) {
      const std::optional<std::string>& parent = seen.processes[place].parent;
      const auto creator = parent ? place_of_id.find(*parent) : place_of_id.end();
      if (creator != place_of_id.end()) children_[creator->second].push_back(place);
    }
  }

  std::vector<Happening> tell() {
    for (const Event& event : seen_.events)
      tell(event);
    return std::move(told_);
  }

 private:
  void tell(const Event& event) {
    const auto found = place_of_number_.find(event.process);
    std::optional<std::size_t> place;
    if (found != place_of_number_.end()) place = found->second;
    add(kind_of(event, place), place, event);
    if (event.kind != EventKind::exited || !place) return;
    alive_[*place] = false;
    for (const std::size_t child : children_[*place])
      tell_of_child(child, event);
  }

  // Of a process whose creator has just ended.
  void tell_of_child(std::size_t child, const Event& end_of_creator) {
    const std::optional<Fate>& fate = seen_.processes[child].fate;
    if (fate == Fate::zombie) add(HappeningKind::zombie, child, end_of_creator);
    const bool outlived = fate == Fate::orphaned || (fate == Fate::leaked && alive_[child]);
    if (outlived) add(HappeningKind::orphaned, child, end_of_creator);
  }

  HappeningKind kind_of(const Event& event, std::optional<std::size_t> place) const {
    switch (event.kind) {
      case EventKind::created:
        return HappeningKind::created;
      case EventKind::exec:
        return HappeningKind::exec;
      case EventKind::exited:
        return HappeningKind::exited;
      case EventKind::reaped:
        return HappeningKind::reaped;
      case EventKind::adopted:
        return HappeningKind::orphaned;
      case EventKind::stopped:
        return HappeningKind::stopped;
      case EventKind::continued:
        return HappeningKind::continued;
      case EventKind::output:
        return HappeningKind::output;
      case EventKind::killed:
        break;
    }
    const bool leaked = place && seen_.processes[*place].fate == Fate::leaked;
    return leaked ? HappeningKind::leaked : HappeningKind::killed;
  }

  void add(HappeningKind kind, std::optional<std::size_t> place, const Event& event) {
    told_.push_back({kind, static_cast<double>(event.t_us) / 1000, place, &event});
  }

  const Observation& seen_;
  std::map<int, std::size_t> place_of_number_;
  std::vector<std::vector<std::size_t>> children_;  // by creator, as places
  std::vector<bool> alive_;
  std::vector<Happening> told_;
};

}  // namespace

std::string_view to_string(HappeningKind kind) {
  switch (kind) {
    case HappeningKind::created:
      return "created";
    case HappeningKind::exec:
      return "exec";
    case HappeningKind::exited:
      return "exited";
    case HappeningKind::orphaned:
      return "orphaned";
    case HappeningKind::zombie:
      return "zombie";
    case HappeningKind::reaped:
      return "reaped";
    case HappeningKind::leaked:
      return "leaked";
    case HappeningKind::output:
      return "output";
    case HappeningKind::stopped:
      return "stopped";
    case HappeningKind::continued:
      return "continued";
    case HappeningKind::killed:
      return "killed";
  }
  return {};
}

std::vector<Happening> happenings_of(const Observation& seen) {
  return Teller(seen).tell();
}

}  // namespace harness
