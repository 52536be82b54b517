#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record/platform.hpp"

namespace harness {

/// One measurement beside its floor, or why there is none. Times are microseconds.
struct BenchMeasurement {
  std::string name;     ///< "start_join/forkserver/rss_2048MB"
  std::string skipped;  ///< the reason; empty: it was measured
  bool failed = false;  ///< skipped, though all that it needs is here
  std::string floor;    ///< what it is compared with
  double ratio_p50 = 0;
  double ratio_p10 = 0;
  double units_p50 = 0;  ///< in units of the bare start of the smallest program; 0: not measured
  int samples = 0;
  std::map<double, double> quantiles;  ///< by share: 0.5 is the median
  std::map<double, double> floor_quantiles;
  std::optional<double> target;  ///< the ratio that it shall not exceed
  bool target_in_units = false;  ///< of units_p50, not of ratio_p50
  double peak_mb = 0;            ///< 0: not measured

  double p50_us() const { return at(quantiles, 0.5); }
  double p99_us() const { return at(quantiles, 0.99); }
  double floor_p50_us() const { return at(floor_quantiles, 0.5); }
  /// What the target is about.
  double reached() const { return target_in_units ? units_p50 : ratio_p50; }
  bool within_target() const { return !target || reached() <= *target; }

 private:
  static double at(const std::map<double, double>& by_share, double share) {
    const auto found = by_share.find(share);
    return found == by_share.end() ? 0 : found->second;
  }
};

struct BenchResults {
  Platform platform;
  std::string exeunt;   ///< version
  std::string started;  ///< ISO 8601, UTC
  std::vector<BenchMeasurement> measurements;
};

/// What a benchmark program of this project wrote with --benchmark_out_format=json. Where a measurement has a
/// cost in processor time too, that is a second one, its name ending in "/cpu".
/// @throws CannotJudge for anything else.
std::vector<BenchMeasurement> read_google_benchmark(std::string_view json);

/// The machine-readable form: format, platform, measurements.
std::string bench_json(const BenchResults& results);

/// Whether a text is what `exeunt bench --json` writes, from its beginning.
bool is_bench_file(std::string_view beginning);

/// @throws CannotJudge naming the file.
std::vector<BenchMeasurement> read_bench_file(const std::filesystem::path& path);

}  // namespace harness
