#include <cerrno>
#include <cstdio>
#include <iostream>

#include "program_stream.hpp"
#include "streams.hpp"

namespace exeunt::detail {

namespace {

bool is_closed(std::FILE* stream) noexcept {
  return ::_fileno(stream) < 0;
}

int flush(std::FILE* stream) noexcept {
  if (is_closed(stream)) return 0;
  errno = 0;
  return std::fflush(stream) == 0 ? 0 : (errno != 0 ? errno : EIO);
}

}  // namespace

// Whether there are other threads is no help here: the system has some of its own in every process.
int flush_stdout(Reach) noexcept {
  const int error = is_closed(stdout) ? 0 : synchronise(std::cout.rdbuf());
  return error != 0 ? error : flush(stdout);
}

int flush_stderr(Reach) noexcept {
  (void)synchronise(std::cerr.rdbuf());
  (void)synchronise(std::clog.rdbuf());
  return flush(stderr);
}

bool has_lost_output() noexcept {
  return !is_closed(stdout) && std::ferror(stdout) != 0;
}

// The C runtime knows no buffering by line. Unbuffered, whole lines are out at once, and so are unfinished
// ones.
void buffer_as_cpython_does() noexcept {
  std::setvbuf(stderr, nullptr, _IONBF, 0);
}

}  // namespace exeunt::detail
