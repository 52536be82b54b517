#pragma once

#include <chrono>

namespace bench {

/// How long a program measures.
enum class Effort {
  full,   ///< as long as p999 needs
  quick,  ///< all programs together in less than a minute
  check   ///< two rounds: whether it runs at all
};

/// How many rounds a measurement may have. It ends when it has had `most`, or when `budget` is used up and it
/// has had `least`.
struct Rounds {
  int most;
  int least;
  std::chrono::milliseconds budget;
};

/// Set before any benchmark runs.
Effort effort();
void set_effort(Effort effort);

/// For a measurement that needs many samples because its tail is looked at, and for one of many.
Rounds many_rounds();
Rounds some_rounds();

}  // namespace bench
