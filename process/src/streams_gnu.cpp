#include <cerrno>
#include <cstdio>
#include <cstring>
#include <ostream>

#include "streams.hpp"

// By their symbols, weakly: naming them in C++ would link iostreams into every program, and make it pay for
// their construction at each start.
extern std::ostream program_cout __asm__("_ZSt4cout") __attribute__((weak));
extern std::ostream program_cerr __asm__("_ZSt4cerr") __attribute__((weak));
extern std::ostream program_clog __asm__("_ZSt4clog") __attribute__((weak));

namespace exeunt::detail {

namespace {

/// In a shared libstdc++ the object is there, all zeroes, also when nobody has constructed it.
bool is_constructed(const std::ostream* stream) {
  const void* first_word = nullptr;
  if (stream != nullptr) std::memcpy(&first_word, static_cast<const void*>(stream), sizeof first_word);
  return first_word != nullptr;
}

[[gnu::hot]] int synchronise(std::ostream* stream) noexcept {
  if (!is_constructed(stream)) return 0;
  errno = 0;
  try {
    if (stream->rdbuf() == nullptr || stream->rdbuf()->pubsync() == 0) return 0;
  } catch (...) {  // a buffer of the program's own
  }
  return errno != 0 ? errno : EIO;
}

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

void buffer_stderr_by_line() noexcept {
  std::setvbuf(stderr, nullptr, _IOLBF, BUFSIZ);
}

}  // namespace exeunt::detail
