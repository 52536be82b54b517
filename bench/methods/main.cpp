// The subject whose processes are the library's. It is built several times: linked statically and
// dynamically, small and with many addresses to relocate.
#include <unistd.h>

#include <cstring>
#include <exeunt/process.hpp>

#include "floors/server_floor.hpp"
#include "methods/library_courses.hpp"

namespace {

std::vector<bench::Course> courses(const bench::Surroundings& surroundings) {
  bench::keep_children(surroundings.children);
  return bench::library_courses(surroundings);
}

void program(std::span<char* const> arguments) {
  exeunt::exit(
      bench::subject_main(static_cast<int>(arguments.size()), const_cast<char**>(arguments.data()), courses));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc > 1 && std::strcmp(argv[1], bench::ends_at_once) == 0) ::_exit(0);
  if (argc > 2 && std::strcmp(argv[1], bench::bare_server) == 0) bench::serve_bare_forks(argv[2]);
  return exeunt::run_main(argc, argv, program);
}
