#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <istream>
#include <ostream>
#include <typeinfo>

#include "program_stream.hpp"
#include "streams.hpp"
#include "threads.hpp"

// By their symbols, weakly: naming them in C++ would link iostreams into every program, and make it pay for
// their construction at each start.
extern std::istream program_cin __asm__("_ZSt3cin") __attribute__((weak));
extern std::ostream program_cout __asm__("_ZSt4cout") __attribute__((weak));
extern std::ostream program_cerr __asm__("_ZSt4cerr") __attribute__((weak));
extern std::ostream program_clog __asm__("_ZSt4clog") __attribute__((weak));
extern std::wistream program_wcin __asm__("_ZSt4wcin") __attribute__((weak));
extern std::wostream program_wcout __asm__("_ZSt5wcout") __attribute__((weak));
extern std::wostream program_wcerr __asm__("_ZSt5wcerr") __attribute__((weak));
extern std::wostream program_wclog __asm__("_ZSt5wclog") __attribute__((weak));

namespace exeunt::detail {

namespace {

// As typeid has them: to name the types themselves would link them.
constexpr const char* synchronised = "N9__gnu_cxx18stdio_sync_filebufIcSt11char_traitsIcEEE";
constexpr const char* wide_synchronised = "N9__gnu_cxx18stdio_sync_filebufIwSt11char_traitsIwEEE";
constexpr const char* of_file = "N9__gnu_cxx13stdio_filebufIcSt11char_traitsIcEEE";
constexpr const char* wide_of_file = "N9__gnu_cxx13stdio_filebufIwSt11char_traitsIwEEE";

bool is(const std::streambuf* buffer, const char* type) noexcept {
  return buffer != nullptr && std::strcmp(typeid(*buffer).name(), type) == 0;
}
bool is(const std::wstreambuf* buffer, const char* type) noexcept {
  return buffer != nullptr && std::strcmp(typeid(*buffer).name(), type) == 0;
}

/// As sync_with_stdio(false) makes it; nullptr for any other.
template <class Stream>
auto own_buffer(Stream* stream) noexcept {
  const auto buffer = buffer_of(stream);
  return is(buffer, of_file) || is(buffer, wide_of_file) ? buffer : nullptr;
}

template <class Stream>
[[gnu::hot]] int hand_on(Stream* stream, Reach reach) noexcept {
  const auto buffer = buffer_of(stream);
  if (buffer == nullptr || is(buffer, synchronised) || is(buffer, wide_synchronised)) return 0;
  return reach == Reach::all || is_alone() ? synchronise(buffer) : 0;
}

/// Asked of the structure itself: see ForkableMutex.
bool has_nothing_to_flush(const std::FILE* stream) noexcept {
  return stream->_fileno == -1 || (stream->_mode <= 0 && stream->_IO_write_ptr == stream->_IO_write_base);
}

/// As write(), whatever signals arrive, and also where the file does not wait.
ssize_t write_patiently(int file, const char* data, std::size_t size) noexcept {
  for (;;) {
    const ssize_t written = ::write(file, data, size);
    if (written >= 0 || (errno != EINTR && errno != EAGAIN)) return written;
    pollfd writable = {file, POLLOUT, 0};
    if (errno == EAGAIN) (void)::poll(&writable, 1, -1);
  }
}

/// fflush() throws away what is left when a signal interrupts it, so this writes what it can before.
void write_before_flush(std::FILE* stream) noexcept {
  const bool is_plain =
      stream->_mode <= 0 && stream->_fileno >= 0 && stream->_IO_read_end == stream->_IO_write_base;
  if (!is_plain) return;
  char* const begin = stream->_IO_write_base;
  const char* at = begin;
  while (at < stream->_IO_write_ptr) {
    const ssize_t written =
        write_patiently(stream->_fileno, at, static_cast<std::size_t>(stream->_IO_write_ptr - at));
    if (written < 0) break;
    at += written;
  }
  const auto left = static_cast<std::size_t>(stream->_IO_write_ptr - at);
  std::memmove(begin, at, left);
  stream->_IO_write_ptr = begin + left;
  stream->_offset = -1;  // to be asked for
}

[[gnu::hot]] int flush(std::FILE* stream) noexcept {
  if (has_nothing_to_flush(stream)) return 0;
  ::flockfile(stream);
  write_before_flush(stream);
  errno = 0;
  const int error = std::fflush(stream) == 0 ? 0 : (errno != 0 ? errno : EIO);
  ::funlockfile(stream);
  return error;
}

}  // namespace

[[gnu::hot]] int flush_stdout(Reach reach) noexcept {
  if (stdout->_fileno == -1) return 0;
  const int narrow = hand_on(&program_cout, reach);
  const int wide = hand_on(&program_wcout, reach);
  const int error = flush(stdout);
  return narrow != 0 ? narrow : wide != 0 ? wide : error;
}

[[gnu::hot]] int flush_stderr(Reach reach) noexcept {
  (void)hand_on(&program_cerr, reach);
  (void)hand_on(&program_clog, reach);
  (void)hand_on(&program_wcerr, reach);
  (void)hand_on(&program_wclog, reach);
  return flush(stderr);
}

bool has_lost_output() noexcept {
  return stdout->_fileno != -1 && std::ferror(stdout) != 0;
}

void buffer_as_cpython_does() noexcept {
  std::setvbuf(stderr, nullptr, _IOLBF, BUFSIZ);
}

[[gnu::hot]] bool has_own_buffers() noexcept {
  return own_buffer(&program_cin) != nullptr || own_buffer(&program_cout) != nullptr ||
         own_buffer(&program_clog) != nullptr || own_buffer(&program_wcin) != nullptr ||
         own_buffer(&program_wcout) != nullptr || own_buffer(&program_wclog) != nullptr;
}

void forget_own_buffers() noexcept {
  exhaust(own_buffer(&program_cin));
  exhaust(own_buffer(&program_wcin));
  forget_output(own_buffer(&program_cout));
  forget_output(own_buffer(&program_clog));
  forget_output(own_buffer(&program_cerr));
  forget_output(own_buffer(&program_wcout));
  forget_output(own_buffer(&program_wclog));
  forget_output(own_buffer(&program_wcerr));
}

}  // namespace exeunt::detail
