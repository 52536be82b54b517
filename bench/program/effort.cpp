#include "program/effort.hpp"

namespace bench {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

Effort chosen = Effort::full;

constexpr Rounds two{2, 2, milliseconds(0)};

}  // namespace

Effort effort() {
  return chosen;
}

void set_effort(Effort effort) {
  chosen = effort;
}

Rounds many_rounds() {
  switch (chosen) {
    case Effort::full:
      return {10'000, 10, seconds(8)};
    case Effort::quick:
      return {1'000, 5, milliseconds(800)};
    case Effort::check:
      return two;
  }
  return two;
}

Rounds some_rounds() {
  switch (chosen) {
    case Effort::full:
      return {1'000, 5, milliseconds(2'000)};
    case Effort::quick:
      return {200, 3, milliseconds(250)};
    case Effort::check:
      return two;
  }
  return two;
}

}  // namespace bench
