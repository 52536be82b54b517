#include "latency/catalogue.hpp"
#include "latency/floors.hpp"
#include "latency/measurement.hpp"
#include "program/register.hpp"

namespace bench {
namespace {

void register_method(const std::string& method) {
  const Subject subject = library_subject("static");
  const Side floor{subject, "floor/" + method};
  const std::string floor_name = floor_of(method);
  register_measurement({.name = "start/" + method,
                        .part = Part::start,
                        .measured = {subject, method},
                        .floor = floor,
                        .floor_name = floor_name,
                        .many = true});
  for (const char* join : {"join", "join_for"}) {
    register_measurement({.name = join + ("/" + method),
                          .part = Part::join,
                          .measured = {subject, join + ("/" + method)},
                          .floor = {subject, "waitpid/" + method},
                          .floor_name = "waitpid",
                          .target = Target{1.05},
                          .many = true});
  }
  register_measurement({.name = "start_join/" + method,
                        .measured = {subject, method},
                        .floor = floor,
                        .floor_name = floor_name,
                        .target = target_of(method, "static"),
                        .many = true});
}

}  // namespace

Subject library_subject(const std::string& build, std::vector<std::string> surroundings) {
  return {{BENCH_SUBJECTS "/methods_" + build}, std::move(surroundings)};
}

std::string floor_of(const std::string& method) {
  if (method == "fork") return "fork + _exit + waitpid";
  if (method == "spawn") return "vfork + exec of itself + waitpid";
  return "bare server's fork, CLONE_PARENT";
}

std::optional<Target> target_of(const std::string& method, const std::string& build) {
  if (method == "fork") return Target{1.15};
  if (method == "spawn") return Target{1.10};
  if (build.ends_with("large")) return std::nullopt;
  return Target{build == "static" ? 1.6 : 2.5, true};
}

void register_methods() {
  for (const char* method : methods)
    register_method(method);
}

void register_all() {
  register_methods();
  register_peers();
  register_sweeps();
}

}  // namespace bench
