#include "record/bench_results.hpp"

#include <array>
#include <utility>

#include "record/json_fields.hpp"
#include "record/platform_json.hpp"
#include "support/errors.hpp"
#include "support/file.hpp"

namespace harness {
namespace {

constexpr std::array<std::pair<const char*, double>, 10> shares{{{"p01", 0.01},
                                                                 {"p10", 0.10},
                                                                 {"p25", 0.25},
                                                                 {"p50", 0.50},
                                                                 {"p75", 0.75},
                                                                 {"p90", 0.90},
                                                                 {"p95", 0.95},
                                                                 {"p99", 0.99},
                                                                 {"p999", 0.999},
                                                                 {"max", 1.0}}};

// Google Benchmark appends how it measured: "start/fork/iterations:1/manual_time".
std::string own_name(const std::string& name) {
  return name.substr(0, name.find("/iterations:"));
}

std::map<double, double> read_quantiles(const Json& run, const std::string& whose) {
  std::map<double, double> quantiles;
  for (const auto& [name, share] : shares) {
    const Json* found = run.find(whose + name + "_us");
    if (found != nullptr) quantiles[share] = found->get<double>();
  }
  return quantiles;
}

void read_target(const Json& run, BenchMeasurement& measurement) {
  measurement.target_in_units = run.contains("target_units");
  const char* key = measurement.target_in_units ? "target_units" : "target_ratio";
  if (run.contains(key)) measurement.target = number_at(run, key);
}

BenchMeasurement read_run(const Json& run) {
  BenchMeasurement measurement;
  measurement.name = own_name(run.at("name").get<std::string>());
  if (run.value("error_occurred", false)) {
    measurement.skipped = run.value("error_message", "no reason was given");
    measurement.failed = run.value("label", "") != "absent";
    return measurement;
  }
  measurement.floor = run.value("label", "");
  measurement.ratio_p50 = number_at(run, "ratio_p50");
  measurement.ratio_p10 = number_at(run, "ratio_p10");
  measurement.units_p50 = number_at(run, "units_p50");
  measurement.samples = static_cast<int>(number_at(run, "samples"));
  measurement.quantiles = read_quantiles(run, "");
  measurement.floor_quantiles = read_quantiles(run, "floor_");
  measurement.peak_mb = number_at(run, "peak_mb");
  read_target(run, measurement);
  return measurement;
}

BenchMeasurement processor_time(const Json& run, const BenchMeasurement& whole) {
  BenchMeasurement cpu;
  cpu.name = whole.name + "/cpu";
  cpu.floor = "bare loop in C++";
  cpu.samples = whole.samples;
  cpu.ratio_p50 = cpu.ratio_p10 = number_at(run, "cpu_ratio_p50");
  cpu.quantiles[0.5] = number_at(run, "cpu_p50_us");
  cpu.floor_quantiles[0.5] = number_at(run, "floor_cpu_p50_us");
  if (run.contains("target_cpu_ratio")) cpu.target = number_at(run, "target_cpu_ratio");
  return cpu;
}

Json quantiles_json(const std::map<double, double>& quantiles) {
  Json object = Json::object();
  for (const auto& [name, share] : shares) {
    const auto found = quantiles.find(share);
    if (found != quantiles.end()) object[name] = found->second;
  }
  return object;
}

Json to_json(const BenchMeasurement& m) {
  if (!m.skipped.empty()) return Json{{"name", m.name}, {"skipped", m.skipped}, {"failed", m.failed}};
  Json object{{"name", m.name},
              {"floor", m.floor},
              {"ratio_p50", m.ratio_p50},
              {"ratio_p10", m.ratio_p10},
              {"p50_us", m.p50_us()},
              {"p99_us", m.p99_us()},
              {"floor_p50_us", m.floor_p50_us()},
              {"samples", m.samples}};
  if (m.units_p50 > 0) object["units_p50"] = m.units_p50;
  if (m.peak_mb > 0) object["peak_mb"] = m.peak_mb;
  if (m.target) {
    object["target"] = *m.target;
    object["target_of"] = m.target_in_units ? "units_p50" : "ratio_p50";
    object["within_target"] = m.within_target();
  }
  object["quantiles_us"] = quantiles_json(m.quantiles);
  object["floor_quantiles_us"] = quantiles_json(m.floor_quantiles);
  return object;
}

std::map<double, double> quantiles_of(const Json& object, const char* key) {
  std::map<double, double> quantiles;
  const Json* found = object.find(key);
  if (found == nullptr || !found->is_object()) return quantiles;
  for (const auto& [name, share] : {std::pair{"p25", 0.25}, std::pair{"p50", 0.5}, std::pair{"p75", 0.75}}) {
    if (found->contains(name)) quantiles[share] = number_at(*found, name);
  }
  return quantiles;
}

BenchMeasurement measurement_of(const Json& object) {
  BenchMeasurement m;
  m.name = object.at("name").get<std::string>();
  m.skipped = object.value("skipped", "");
  m.ratio_p50 = number_at(object, "ratio_p50");
  m.units_p50 = number_at(object, "units_p50");
  m.samples = static_cast<int>(number_at(object, "samples"));
  m.quantiles = quantiles_of(object, "quantiles_us");
  m.floor_quantiles = quantiles_of(object, "floor_quantiles_us");
  if (m.quantiles.empty())
    m.quantiles = {{0.5, number_at(object, "p50_us")}, {0.99, number_at(object, "p99_us")}};
  return m;
}

}  // namespace

std::vector<BenchMeasurement> read_google_benchmark(std::string_view json) {
  std::vector<BenchMeasurement> measurements;
  try {
    const Json whole = Json::parse(json);
    for (const Json& run : whole.at("benchmarks")) {
      const BenchMeasurement measurement = read_run(run);
      measurements.push_back(measurement);
      if (run.contains("cpu_ratio_p50")) measurements.push_back(processor_time(run, measurement));
    }
  } catch (const Json::exception& error) {
    throw CannotJudge(std::string("a benchmark program wrote something else than results: ") + error.what());
  }
  return measurements;
}

std::string bench_json(const BenchResults& results) {
  Json measurements = Json::array();
  for (const BenchMeasurement& measurement : results.measurements) {
    measurements.push_back(to_json(measurement));
  }
  const Json all{{"format", 1},
                 {"platform", to_json(results.platform)},
                 {"exeunt", results.exeunt},
                 {"started", results.started},
                 {"measurements", measurements}};
  return all.dump(2) + "\n";
}

bool is_bench_file(std::string_view beginning) {
  const std::size_t measurements = beginning.find("\"measurements\"");
  const std::size_t scenario = beginning.find("\"scenario\"");
  return measurements < scenario;
}

std::vector<BenchMeasurement> read_bench_file(const std::filesystem::path& path) {
  try {
    const Json whole = Json::parse(read_file(path));
    if (whole.at("format") != 1) throw CannotJudge(path.string() + ": this program reads format 1");
    std::vector<BenchMeasurement> measurements;
    for (const Json& one : whole.at("measurements"))
      measurements.push_back(measurement_of(one));
    return measurements;
  } catch (const Json::exception& error) {
    throw CannotJudge(path.string() + ": not a file of exeunt bench: " + error.what());
  }
}

}  // namespace harness
