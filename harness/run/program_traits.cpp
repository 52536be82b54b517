#include "run/program_traits.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <string_view>

#include "support/unique_fd.hpp"

namespace harness {
namespace {

using namespace std::literals;

// Names as they stand in a table of symbols, the ends included.
constexpr std::array names{"\0__asan_init\0"sv, "\0__lsan_init\0"sv, "\0ptrace\0"sv};

bool contains(std::string_view text, std::string_view word) {
  return std::search(text.begin(), text.end(),
                     std::boyer_moore_horspool_searcher(word.begin(), word.end())) != text.end();
}

bool look(const std::string& path) {
  const UniqueFd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat status {};
  if (!fd || ::fstat(fd.get(), &status) != 0 || status.st_size < 4) return false;
  const auto size = static_cast<std::size_t>(status.st_size);
  void* const mapped = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, fd.get(), 0);
  if (mapped == MAP_FAILED) return false;
  const std::string_view text(static_cast<const char*>(mapped), size);
  const bool found = text.starts_with(
                         "\x7f"
                         "ELF") &&
                     std::any_of(names.begin(), names.end(), [&](auto name) { return contains(text, name); });
  ::munmap(mapped, size);
  return found;
}

}  // namespace

bool ProgramTraits::cannot_be_traced(const std::string& path) {
  const auto known = known_.find(path);
  if (known != known_.end()) return known->second;
  return known_[path] = look(path);
}

}  // namespace harness
