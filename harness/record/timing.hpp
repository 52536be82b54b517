#pragma once

#include <span>
#include <vector>

namespace harness {

/// The time of one variant in two records, in milliseconds.
struct TimePair {
  double first = 0;
  double second = 0;
};

/// How far times differ between two records where nothing changed.
struct TimeNoise {
  double overall = 1;    ///< median of second/first
  double threshold = 1;  ///< beyond overall × this, or below overall ÷ this, a time has changed
};

/// The noise is taken from the spread of all ratios about their median: few variants change, all are noisy.
TimeNoise noise_of(std::span<const TimePair> pairs);

/// Whether a time changed beyond the noise, and by enough to matter.
bool beyond_noise(const TimePair& pair, const TimeNoise& noise);

/// The middle value, the mean of the two middle ones; 0 of none.
double median(std::vector<double> values);

}  // namespace harness
