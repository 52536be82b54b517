#include "support/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>

#include "support/errors.hpp"
#include "support/unique_fd.hpp"

namespace harness {
namespace {

void write_all(const UniqueFd& fd, std::string_view content, const std::string& step) {
  while (!content.empty()) {
    const ssize_t written = ::write(fd.get(), content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw_errno(step);
    content.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace

std::string read_file(const std::filesystem::path& path) {
  const std::string step = "cannot read " + path.string();
  const UniqueFd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!fd) throw_errno(step);
  std::string content;
  std::array<char, 65536> buffer;
  while (true) {
    const ssize_t count = ::read(fd.get(), buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw_errno(step);
    if (count == 0) return content;
    content.append(buffer.data(), static_cast<std::size_t>(count));
  }
}

void write_file(const std::filesystem::path& path, std::string_view content) {
  const std::string step = "cannot write " + path.string();
  std::string temporary = path.string() + ".XXXXXX";
  UniqueFd fd(::mkostemp(temporary.data(), O_CLOEXEC));
  if (!fd) throw_errno(step);
  try {
    if (::fchmod(fd.get(), 0644) != 0) throw_errno(step);
    write_all(fd, content, step);
    fd.reset();
    if (::rename(temporary.c_str(), path.c_str()) != 0) throw_errno(step);
  } catch (const CannotJudge&) {
    ::unlink(temporary.c_str());
    throw;
  }
}

}  // namespace harness
