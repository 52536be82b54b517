#include "match/assignment.hpp"

namespace harness {
namespace {

class Assigner {
 public:
  Assigner(std::span<const Quota> places, std::size_t items,
           const std::function<bool(std::size_t, std::size_t)>& fits)
      : places_(places),
        items_of_(places.size()),
        places_of_(items),
        held_(places.size()),
        next_(places.size(), 0),
        seen_items_(items, false),
        seen_places_(places.size(), false) {
    result_.place_of.resize(items);
    result_.taken.assign(places.size(), 0);
    for (std::size_t place = 0; place < places.size(); ++place) {
      for (std::size_t item = 0; item < items; ++item) {
        if (!fits(place, item)) continue;
        items_of_[place].push_back(item);
        places_of_[item].push_back(place);
      }
    }
  }

  Matching assign() {
    bool complete = true;
    for (std::size_t place = 0; place < places_.size(); ++place) {
      while (result_.taken[place] < places_[place].least) {
        if (!fill(place)) {
          complete = false;
          break;
        }
        seen_items_.assign(seen_items_.size(), false);
      }
    }
    for (std::size_t item = 0; item < result_.place_of.size(); ++item) {
      if (result_.place_of[item]) continue;
      if (!settle(item)) {
        complete = false;
        continue;
      }
      seen_places_.assign(seen_places_.size(), false);
    }
    result_.complete = complete;
    return std::move(result_);
  }

 private:
  void give(std::size_t place, std::size_t item) {
    held_[place].push_back(item);
    result_.place_of[item] = place;
    ++result_.taken[place];
  }

  void take(std::size_t place, std::size_t item) {
    std::erase(held_[place], item);
    result_.place_of[item].reset();
    --result_.taken[place];
  }

  // Gets the place one more item, from another place if that can get another one. Items seen by a search that
  // failed stay seen: they can help no later one.
  bool fill(std::size_t place) {
    while (next_[place] < items_of_[place].size()) {  // items that are given never become free again here
      const std::size_t item = items_of_[place][next_[place]++];
      if (result_.place_of[item]) continue;
      give(place, item);
      return true;
    }
    for (const std::size_t item : items_of_[place]) {
      if (seen_items_[item] || result_.place_of[item] == place) continue;
      seen_items_[item] = true;
      const std::size_t holder = *result_.place_of[item];
      if (!fill(holder)) continue;
      take(holder, item);
      give(place, item);
      return true;
    }
    return false;
  }

  // Gets the item a place, moving another item on where it must. Places stay seen as items do in fill().
  bool settle(std::size_t item) {
    for (const std::size_t place : places_of_[item]) {
      if (seen_places_[place]) continue;
      seen_places_[place] = true;
      if (result_.taken[place] < places_[place].most) {
        give(place, item);
        return true;
      }
      const std::vector<std::size_t> holding = held_[place];
      for (const std::size_t other : holding) {
        if (!settle_elsewhere(other, place)) continue;
        give(place, item);
        return true;
      }
    }
    return false;
  }

  bool settle_elsewhere(std::size_t item, std::size_t place) {
    take(place, item);
    if (settle(item)) return true;
    give(place, item);
    return false;
  }

  std::span<const Quota> places_;
  std::vector<std::vector<std::size_t>> items_of_;
  std::vector<std::vector<std::size_t>> places_of_;
  std::vector<std::vector<std::size_t>> held_;
  std::vector<std::size_t> next_;
  std::vector<bool> seen_items_;
  std::vector<bool> seen_places_;
  Matching result_;
};

}  // namespace

Matching assign(std::span<const Quota> places, std::size_t items,
                const std::function<bool(std::size_t place, std::size_t item)>& fits) {
  return Assigner(places, items, fits).assign();
}

}  // namespace harness
