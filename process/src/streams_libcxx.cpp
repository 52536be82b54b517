#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <ostream>

#include "program_stream.hpp"
#include "stdio_state.hpp"
#include "streams.hpp"
#include "threads.hpp"

// As in streams_gnu.cpp, but with the names that libc++ gives them, behind what the platform puts before its
// names.
#define TEXT_OF(macro) TEXT_OF_IT(macro)
#define TEXT_OF_IT(value) #value
#define SYMBOL(name) __asm__(TEXT_OF(__USER_LABEL_PREFIX__) name)
extern std::ostream program_cout SYMBOL("_ZNSt3__14coutE") __attribute__((weak));
extern std::ostream program_cerr SYMBOL("_ZNSt3__14cerrE") __attribute__((weak));
extern std::ostream program_clog SYMBOL("_ZNSt3__14clogE") __attribute__((weak));

namespace exeunt::detail {

namespace {

bool is_closed(std::FILE* stream) noexcept {
  return ::fileno(stream) < 0;
}

int flush(std::FILE* stream) noexcept {
  if (is_closed(stream) || !has_pending_output(stream)) return 0;
  const bool had_failed = std::ferror(stream) != 0;
  for (;;) {
    errno = 0;
    if (std::fflush(stream) == 0) return 0;
    const int error = errno != 0 ? errno : EIO;
    if (error != EINTR || !has_pending_output(stream)) return error;
    if (!had_failed) std::clearerr(stream);
  }
}

int hand_on(std::ostream* stream, Reach reach) noexcept {
  return reach == Reach::all || is_alone() ? synchronise(buffer_of(stream)) : 0;
}

}  // namespace

// Here std::cout and the others pass everything on to the C streams, unless the program has given them a
// buffer.
int flush_stdout(Reach reach) noexcept {
  const int error = is_closed(stdout) ? 0 : hand_on(&program_cout, reach);
  return error != 0 ? error : flush(stdout);
}

int flush_stderr(Reach reach) noexcept {
  (void)hand_on(&program_cerr, reach);
  (void)hand_on(&program_clog, reach);
  return flush(stderr);
}

bool has_lost_output() noexcept {
  return !is_closed(stdout) && std::ferror(stdout) != 0;
}

// musl's stderr has no buffer of its own. Its stdout is first written at the end of a line, wherever it goes:
// only then does it look whether that is a terminal.
void buffer_as_cpython_does() noexcept {
  static char buffer[BUFSIZ];
  std::setvbuf(stderr, buffer, _IOLBF, sizeof buffer);
  if (!is_closed(stdout) && is_written_by_line(stdout) && ::isatty(::fileno(stdout)) == 0)
    std::setvbuf(stdout, nullptr, _IOFBF, BUFSIZ);
}

bool has_own_buffers() noexcept {
  return false;
}

void forget_own_buffers() noexcept {}

}  // namespace exeunt::detail
