#include "record/line_reader.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "record/record_index.hpp"
#include "support/errors.hpp"

namespace harness {
namespace {

constexpr std::size_t first_size = 1 << 20;

std::string step(const std::filesystem::path& path) {
  return "cannot read " + path.string();
}

UniqueFd opened(const std::filesystem::path& path) {
  UniqueFd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
  if (!fd) throw_errno(step(path));
  return fd;
}

}  // namespace

LineReader::LineReader(const std::filesystem::path& path)
    : path_(path), fd_(opened(path)), buffer_(first_size) {}

// Reads more behind what is there. @return false at the end of the file.
bool LineReader::fill() {
  if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    passed_ += begin_;
    end_ -= begin_;
    begin_ = 0;
  }
  if (end_ == buffer_.size()) buffer_.resize(2 * buffer_.size());
  while (true) {
    const ssize_t count = ::read(fd_.get(), buffer_.data() + end_, buffer_.size() - end_);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw_errno(step(path_));
    end_ += static_cast<std::size_t>(count);
    return count > 0;
  }
}

bool LineReader::next() {
  std::size_t searched = begin_;
  while (true) {
    const void* found = std::memchr(buffer_.data() + searched, '\n', end_ - searched);
    if (found != nullptr) {
      const auto length =
          static_cast<std::size_t>(static_cast<const char*>(found) - (buffer_.data() + begin_));
      line_ = {buffer_.data() + begin_, length};
      offset_ = passed_ + begin_;
      begin_ += length + 1;
      return true;
    }
    searched = end_ - begin_;
    if (fill()) continue;
    if (begin_ == end_) return false;
    line_ = {buffer_.data() + begin_, end_ - begin_};
    offset_ = passed_ + begin_;
    begin_ = end_;
    torn_ = true;
    return true;
  }
}

std::string line_at(const std::filesystem::path& path, const RecordEntry& entry) {
  const UniqueFd fd = opened(path);
  std::string line(entry.length, '\0');
  std::size_t done = 0;
  while (done < line.size()) {
    const ssize_t count =
        ::pread(fd.get(), line.data() + done, line.size() - done, static_cast<off_t>(entry.offset + done));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw_errno(step(path));
    if (count == 0) throw CannotJudge(path.string() + ": it became shorter while it was read");
    done += static_cast<std::size_t>(count);
  }
  return line;
}

}  // namespace harness
