#include <cstdio>
#include <cstdlib>
#include <stdexcept>

#include "floors/exec_floor.hpp"
#include "subject/course.hpp"

namespace bench {
namespace {

void expect_zero(int status) {
  if (status != 0) throw std::runtime_error("the program did not end with status 0");
}

Sample by_system(const std::string& program) {
  const std::int64_t begun = now();
  const int status = std::system(program.c_str());
  const std::int64_t ended = now();
  expect_zero(status);
  return sample_of(begun, ended, ended);
}

Sample by_popen(const std::string& program) {
  const std::int64_t begun = now();
  FILE* output = ::popen(program.c_str(), "re");
  const std::int64_t started = now();
  if (output == nullptr) throw std::runtime_error("popen failed");
  while (std::fgetc(output) != EOF) {
  }
  const int status = ::pclose(output);
  const std::int64_t ended = now();
  expect_zero(status);
  return sample_of(begun, started, ended);
}

}  // namespace

std::vector<Course> common_courses(const std::string& program) {
  return {{"unit", [program] { return vfork_exec_wait(program); }},
          {"posix_spawn", [program] { return posix_spawn_wait(program); }},
          {"clone3", [program] { return clone3_exec_wait(program); }},
          {"system", [program] { return by_system(program); }},
          {"popen", [program] { return by_popen(program); }}};
}

}  // namespace bench
