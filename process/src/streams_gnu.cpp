#include <cerrno>
#include <cstdio>
#include <ostream>

#include "program_stream.hpp"
#include "streams.hpp"

// By their symbols, weakly: naming them in C++ would link iostreams into every program, and make it pay for
// their construction at each start.
extern std::ostream program_cout __asm__("_ZSt4cout") __attribute__((weak));
extern std::ostream program_cerr __asm__("_ZSt4cerr") __attribute__((weak));
extern std::ostream program_clog __asm__("_ZSt4clog") __attribute__((weak));

namespace exeunt::detail {

namespace {

/// A stream that the program has closed has nothing to flush either. Asked of the structure itself: see
/// ForkableMutex.
bool has_nothing_to_flush(const std::FILE* stream) noexcept {
  return stream->_IO_write_ptr == stream->_IO_write_base || stream->_fileno < 0;
}

[[gnu::hot]] int flush(std::FILE* stream) noexcept {
  if (has_nothing_to_flush(stream)) return 0;
  errno = 0;
  return std::fflush(stream) == 0 ? 0 : (errno != 0 ? errno : EIO);
}

}  // namespace

[[gnu::hot]] int flush_stdout() noexcept {
  const int error = stdout->_fileno < 0 ? 0 : synchronise(&program_cout);
  return error != 0 ? error : flush(stdout);
}

[[gnu::hot]] int flush_stderr() noexcept {
  (void)synchronise(&program_cerr);
  (void)synchronise(&program_clog);
  return flush(stderr);
}

bool has_lost_output() noexcept {
  return stdout->_fileno >= 0 && std::ferror(stdout) != 0;
}

void buffer_as_cpython_does() noexcept {
  std::setvbuf(stderr, nullptr, _IOLBF, BUFSIZ);
}

}  // namespace exeunt::detail
