#pragma once

#include <optional>
#include <string>
#include <vector>

#include "latency/subject_process.hpp"
#include "program/effort.hpp"

namespace bench {

/// What of a sample is looked at.
enum class Part { start, join, total };

/// A course of a subject.
struct Side {
  Subject subject;
  std::string course;
};

/// What a ratio shall not exceed.
struct Target {
  double most;
  bool in_units = false;  ///< to the unit, not to the floor
};

/// One course beside its floor and beside the unit, which is the exec of a program that only ends. They take
/// turns, in random order within each round, so that what disturbs one disturbs all.
struct Measurement {
  std::string name;
  Part part = Part::total;
  Side measured;
  Side floor;
  std::string floor_name;
  std::optional<Target> target = {};
  bool many = false;              ///< its tail is looked at
  std::optional<Side> unit = {};  ///< the one of the measured subject, where not given
};

/// Tells Google Benchmark of it. Counters: pN_us, floor_pN_us, unit_p50_us; ratio_p50 and ratio_p10 to the
/// floor, units_p50 and units_p10 to the unit; target_ratio or target_units; samples. The label is the
/// floor's name.
void register_measurement(const Measurement& measurement);

/// Names what cannot be measured here.
void register_absence(const std::string& name, const std::string& reason);

}  // namespace bench
