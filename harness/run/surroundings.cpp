#include "run/surroundings.hpp"

#include <algorithm>
#include <string_view>

namespace harness {
namespace {

std::string_view name_of(std::string_view assignment) {
  return assignment.substr(0, assignment.find('='));
}

}  // namespace

std::vector<std::string> surroundings(const std::vector<std::string>& added) {
  std::vector<std::string> env{"LC_ALL=C.UTF-8", "TZ=UTC", "TERM=xterm-256color",
                               "PATH=/usr/local/bin:/usr/bin:/bin", "USER=exeunt"};
  for (const std::string& assignment : added) {
    std::erase_if(env, [&](const std::string& other) { return name_of(other) == name_of(assignment); });
    env.push_back(assignment);
  }
  return env;
}

}  // namespace harness
