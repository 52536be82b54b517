#include <sys/resource.h>

#include "latency/catalogue.hpp"
#include "latency/floors.hpp"
#include "latency/measurement.hpp"

namespace bench {
namespace {

void register_point(const std::string& method, const std::string& point, const std::string& build,
                    std::vector<std::string> surroundings) {
  const Subject subject = library_subject(build, std::move(surroundings));
  register_measurement({.name = "start_join/" + method + "/" + point,
                        .measured = {subject, method},
                        .floor = {subject, "floor/" + method},
                        .floor_name = floor_of(method),
                        .target = target_of(method, build)});
}

void register_launcher(const std::string& point, const Subject& subject) {
  register_measurement({.name = "start_program/launcher" + point,
                        .measured = {subject, "launcher"},
                        .floor = {subject, "unit"},
                        .floor_name = unit_name,
                        .target = Target{1.20}});
}

struct Memory {
  std::string name;
  std::string option;
};

Memory memory(int megabytes, bool huge) {
  const std::string size = std::to_string(megabytes);
  return {"rss_" + size + "MB" + (huge ? "_huge" : ""), "--memory=" + size + (huge ? ",huge" : "")};
}

// For the descriptors that a start takes, and those that the subject has anyway.
constexpr rlim_t spare_descriptors = 64;

std::vector<int> sizes_of_memory() {
  if (effort() == Effort::full) return {1, 8, 64, 256, 512, 1024, 2048};
  if (effort() == Effort::quick) return {1, 64, 512};
  return {1, 8};
}

/// 20,000, or what the host allows, less what a start itself needs.
int many_descriptors() {
  rlimit limit = {};
  ::getrlimit(RLIMIT_NOFILE, &limit);
  if (effort() == Effort::check) return 256;
  return limit.rlim_max < 20'000 + spare_descriptors ? static_cast<int>(limit.rlim_max - spare_descriptors)
                                                     : 20'000;
}

void register_memory() {
  for (const bool huge : {false, true}) {
    for (const int size : sizes_of_memory()) {
      if (huge && size < 2) continue;  // a huge page has 2 MB
      const Memory held = memory(size, huge);
      for (const char* method : methods)
        register_point(method, held.name, "static", {held.option});
      register_launcher("/" + held.name, library_subject("static", {held.option}));
    }
  }
}

/// The dearest surroundings against the cheapest, in one measurement.
void register_growth() {
  const int most = sizes_of_memory().back();
  const Memory large = memory(most, false);
  for (const char* method : {"spawn", "forkserver"}) {
    register_measurement({.name = std::string("start_join/") + method + "/" + large.name + "_over_1MB",
                          .measured = {library_subject("static", {large.option}), method},
                          .floor = {library_subject("static", {memory(1, false).option}), method},
                          .floor_name = "the same with 1 MB",
                          .target = Target{1.10}});
  }
  const std::string descriptors = std::to_string(many_descriptors());
  for (const char* method : methods) {
    register_measurement({.name = std::string("start/") + method + "/fds_" + descriptors + "_over_3",
                          .part = Part::start,
                          .measured = {library_subject("static", {"--descriptors=" + descriptors}), method},
                          .floor = {library_subject("static"), method},
                          .floor_name = "the same with three descriptors",
                          .target = Target{1.3}});
  }
}

void register_counts(const std::string& prefix, const std::string& option, const std::vector<int>& counts) {
  for (const int count : counts) {
    for (const char* method : methods) {
      register_point(method, prefix + std::to_string(count), "static", {option + std::to_string(count)});
    }
  }
}

}  // namespace

void register_sweeps() {
  const bool full = effort() == Effort::full;
  register_memory();
  register_growth();
  if (effort() == Effort::check) return register_counts("children_", "--children=", {2});
  register_counts("fds_", "--descriptors=",
                  full ? std::vector{1, 16, 256, many_descriptors()} : std::vector{many_descriptors()});
  register_counts("threads_", "--threads=", full ? std::vector{1, 8} : std::vector{8});
  register_counts("children_", "--children=", full ? std::vector{1, 10, 100, 1'000} : std::vector{1'000});
  for (const char* build : {"dynamic", "static_large", "dynamic_large"}) {
    for (const char* method : methods)
      register_point(method, std::string("linked_") + build, build, {});
  }
}

}  // namespace bench
