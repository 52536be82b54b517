// What a large program brings along: addresses that are relocated whenever it is started, unless it is linked
// to stand at a fixed place.
#include <array>

namespace {

constexpr std::size_t count = 36'000;

std::array<int, count> cells{};

constexpr std::array<int*, count> addresses_of_cells() {
  std::array<int*, count> addresses{};
  for (std::size_t i = 0; i < count; ++i)
    addresses[i] = &cells[i];
  return addresses;
}

}  // namespace

extern std::array<int*, count> addresses;
[[gnu::used]] constinit std::array<int*, count> addresses = addresses_of_cells();
