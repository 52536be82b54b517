#include "support/temporary_folder.hpp"

#include <cstdlib>
#include <string>
#include <system_error>

#include "support/errors.hpp"

namespace harness {

TemporaryFolder::TemporaryFolder() {
  const char* base = std::getenv("TMPDIR");
  std::string name = std::string(base != nullptr && *base != '\0' ? base : "/tmp") + "/exeunt-XXXXXX";
  if (::mkdtemp(name.data()) == nullptr) throw_errno("cannot make a temporary folder " + name);
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace harness
