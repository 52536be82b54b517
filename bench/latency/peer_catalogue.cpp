#include "latency/catalogue.hpp"
#include "latency/floors.hpp"
#include "latency/measurement.hpp"
#include "peers_found.hpp"
#include "sampling/on_path.hpp"

namespace bench {
namespace {

const char* const with_memory = "--memory=256";

Side unit_of_its_own() {
  return {library_subject("static"), "unit"};
}

void register_program(const std::string& name, const Subject& subject, const std::string& course) {
  const std::string full_name = "start_program/" + name;
  if (effort() == Effort::check && !subject.surroundings.empty()) return;
  register_measurement({.name = full_name + (subject.surroundings.empty() ? "" : "/rss_256MB"),
                        .measured = {subject, course},
                        .floor = {subject, "unit"},
                        .floor_name = unit_name});
}

void register_both(const std::string& name, const std::vector<std::string>& command,
                   const std::string& course) {
  register_program(name, {command}, course);
  register_program(name, {command, {with_memory}}, course);
}

void register_launcher() {
  const Subject subject = library_subject("static");
  register_measurement({.name = "start_program/launcher",
                        .measured = {subject, "launcher"},
                        .floor = {subject, "unit"},
                        .floor_name = unit_name,
                        .target = Target{1.20},
                        .many = true});
  register_measurement({.name = "start_program/launcher_over_posix_spawn",
                        .measured = {subject, "launcher"},
                        .floor = {subject, "posix_spawn"},
                        .floor_name = "posix_spawn",
                        .target = Target{0.90},
                        .many = true});
}

void register_system() {
  // As most programs are linked.
  const std::vector<std::string> command = library_subject("dynamic").command;
  for (const char* course : {"clone3", "posix_spawn", "popen", "system"})
    register_both(course, command, course);
}

void register_libraries() {
  for (const FoundPeer& peer : found_peers) {
    const std::string name = peer.name;
    if (*peer.absent != '\0') {
      register_absence("start_program/" + name, peer.absent);
      continue;
    }
    const std::vector<std::string> command{BENCH_SUBJECTS "/" + name};
    register_both(name, command, name);
    if (name == "glib")
      register_both("glib_leaving_descriptors_open", command, "glib_leaving_descriptors_open");
  }
}

/// Its interpreter cannot measure the unit, so another subject does.
void register_python(const std::string& name, const std::string& course) {
  const std::string python = find_python();
  if (python.empty()) return register_absence(name, "there is no python3 on PATH");
  register_measurement({.name = name,
                        .measured = {{{python, "-B", BENCH_SOURCES "/peers/cpython.py"}}, course},
                        .floor = unit_of_its_own(),
                        .floor_name = unit_name,
                        .unit = unit_of_its_own()});
}

}  // namespace

void register_peers() {
  register_launcher();
  register_system();
  register_libraries();
  register_python("start_program/cpython_subprocess", "subprocess");
  for (const char* method : methods)
    register_python(std::string("start_join/cpython_") + method, method);
}

}  // namespace bench
