#include "cli/file_stream.hpp"

#include <fcntl.h>

#include <cerrno>
#include <string_view>

#include "support/errors.hpp"

namespace harness {
namespace {

UniqueFd opened(const std::string& what, const std::filesystem::path& path, FileStream::Mode mode) {
  const int how = mode == FileStream::Mode::truncate ? O_TRUNC : O_APPEND;
  UniqueFd fd(::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOCTTY | how, 0644));
  if (!fd) throw_errno(what);
  return fd;
}

}  // namespace

FileStream::FileStream(std::string option, const std::filesystem::path& path, Mode mode)
    : what_(std::move(option) + ": cannot write " + path.string()),
      buffer_(opened(what_, path, mode)),
      stream_(&buffer_) {}

void FileStream::close() {
  stream_.flush();
  if (!stream_) throw CannotJudge(errno_text(what_, buffer_.error()));
}

FileStream::Buffer::int_type FileStream::Buffer::overflow(int_type c) {
  if (traits_type::eq_int_type(c, traits_type::eof())) return traits_type::not_eof(c);
  pending_ += traits_type::to_char_type(c);
  return c;
}

std::streamsize FileStream::Buffer::xsputn(const char* bytes, std::streamsize count) {
  pending_.append(bytes, static_cast<std::size_t>(count));
  return count;
}

int FileStream::Buffer::sync() {
  std::string_view rest = pending_;
  while (!rest.empty() && error_ == 0) {
    const ssize_t written = ::write(fd_.get(), rest.data(), rest.size());
    if (written < 0 && errno != EINTR) error_ = errno;
    if (written > 0) rest.remove_prefix(static_cast<std::size_t>(written));
  }
  pending_.clear();
  return error_ == 0 ? 0 : -1;
}

}  // namespace harness
