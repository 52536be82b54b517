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

bool synchronise(std::ostream* stream) noexcept {
  if (!is_constructed(stream)) return true;
  try {
    return stream->rdbuf() == nullptr || stream->rdbuf()->pubsync() == 0;
  } catch (...) {  // a buffer of the program's own
    return false;
  }
}

int flush(std::FILE* stream) noexcept {
  if (::fileno(stream) < 0) return 0;
  errno = 0;
  if (std::fflush(stream) == 0) return 0;
  return errno != 0 ? errno : EIO;
}

}  // namespace

int flush_stdout() noexcept {
  errno = 0;
  const bool synchronised = synchronise(&program_cout);
  const int error = synchronised ? 0 : errno;
  const int flushed = flush(stdout);
  if (flushed != 0) return flushed;
  return synchronised || ::fileno(stdout) < 0 ? 0 : (error != 0 ? error : EIO);
}

int flush_stderr() noexcept {
  (void)synchronise(&program_cerr);
  (void)synchronise(&program_clog);
  return flush(stderr);
}

bool has_lost_output() noexcept {
  return ::fileno(stdout) >= 0 && std::ferror(stdout) != 0;
}

void buffer_stderr_by_line() noexcept {
  std::setvbuf(stderr, nullptr, _IOLBF, BUFSIZ);
}

}  // namespace exeunt::detail
