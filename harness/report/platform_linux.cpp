#include <sched.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <array>
#include <string_view>

#include "report/platform.hpp"
#include "support/errors.hpp"
#include "support/escape.hpp"
#include "support/file.hpp"

namespace harness {
namespace {

std::string distribution() {
  constexpr std::string_view key = "PRETTY_NAME=";
  try {
    for (const std::string& line : lines_of(read_file("/etc/os-release"))) {
      if (!line.starts_with(key)) continue;
      std::string name = line.substr(key.size());
      if (name.size() >= 2 && name.front() == '"' && name.back() == '"')
        name = name.substr(1, name.size() - 2);
      return name;
    }
  } catch (const CannotJudge&) {  // a system without the file has no name
  }
  return "";
}

std::string libc() {
  std::array<char, 64> name{};
  return ::confstr(_CS_GNU_LIBC_VERSION, name.data(), name.size()) > 0 ? name.data() : "";
}

int usable_cpus() {
  cpu_set_t set;
  return ::sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 0;
}

}  // namespace

Platform this_platform() {
  Platform platform;
  platform.os = "linux";
  platform.distribution = distribution();
  platform.libc = libc();
  utsname name{};
  if (::uname(&name) == 0) {
    platform.kernel = name.release;
    platform.architecture = name.machine;
  }
  platform.compiler = EXEUNT_COMPILER;
  platform.build_type = EXEUNT_BUILD_TYPE;
  platform.cpus = usable_cpus();
  return platform;
}

}  // namespace harness
