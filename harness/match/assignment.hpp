#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace harness {

/// How many items a place takes.
struct Quota {
  std::size_t least = 1;
  std::size_t most = 1;
};

/// Which item goes to which place.
struct Matching {
  std::vector<std::optional<std::size_t>> place_of;  ///< by item
  std::vector<std::size_t> taken;                    ///< by place: how many items
  bool complete = false;                             ///< every item has a place, every place its least
};

/// Assigns items to places that they fit, none beyond its most: as many places as can be get their least,
/// then as many items as can be get a place (a maximum bipartite matching; augmenting paths never take away
/// what a place has). `fits(place, item)` is asked once for each pair.
Matching assign(std::span<const Quota> places, std::size_t items,
                const std::function<bool(std::size_t place, std::size_t item)>& fits);

}  // namespace harness
