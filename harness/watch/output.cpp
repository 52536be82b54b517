#include "watch/output.hpp"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

namespace harness::watch {

Output::Output(Stream stream, UniqueFd reader, bool is_file)
    : stream_(stream), reader_(std::move(reader)), is_file_(is_file) {}

ssize_t Output::read_some(char* buffer, std::size_t size) {
  while (true) {
    const ssize_t count = is_file_ ? ::pread(reader_.get(), buffer, size, static_cast<off_t>(bytes_.size()))
                                   : ::read(reader_.get(), buffer, size);
    if (count < 0 && errno == EINTR) continue;
    return count;
  }
}

void Output::drain(Recorder* recorder, std::uint64_t limit) {
  std::array<char, 65536> chunk;
  while (!ended_ && !over_limit_) {
    const ssize_t count = read_some(chunk.data(), chunk.size());
    if (count < 0 && errno == EAGAIN) return;
    if (count <= 0) {  // end of file; EIO is a terminal's
      ended_ = !is_file_;
      return;
    }
    const std::uint64_t room = limit - bytes_.size();
    const std::uint64_t kept = std::min<std::uint64_t>(room, static_cast<std::uint64_t>(count));
    if (kept > 0 && recorder != nullptr) recorder->add_output(stream_, bytes_.size(), kept, -1);
    bytes_.append(chunk.data(), kept);
    over_limit_ = kept < static_cast<std::uint64_t>(count);
    if (static_cast<std::size_t>(count) < chunk.size()) return;
  }
}

}  // namespace harness::watch
