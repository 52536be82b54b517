#include <glib.h>

#include <stdexcept>

#include "subject/course.hpp"

namespace {

bench::Sample spawn_sync(const std::string& program, GSpawnFlags flags) {
  char* argv[] = {const_cast<char*>(program.c_str()), nullptr};
  int status = -1;
  const std::int64_t begun = bench::now();
  const bool started = g_spawn_sync(nullptr, argv, nullptr, flags, nullptr, nullptr, nullptr, nullptr,
                                    &status, nullptr) != FALSE;
  const std::int64_t joined = bench::now();
  if (!started || status != 0) throw std::runtime_error("the program did not end with status 0");
  return bench::sample_of(begun, joined, joined);
}

}  // namespace

int main(int argc, char** argv) {
  return bench::subject_main(argc, argv, [](const bench::Surroundings& surroundings) {
    const std::string program = surroundings.started;
    return std::vector<bench::Course>{{"glib", [program] { return spawn_sync(program, G_SPAWN_DEFAULT); }},
                                      {"glib_leaving_descriptors_open", [program] {
                                         return spawn_sync(program, G_SPAWN_LEAVE_DESCRIPTORS_OPEN);
                                       }}};
  });
}
