#pragma once

#include <cerrno>
#include <cstring>
#include <streambuf>

namespace exeunt::detail {

/// The buffer of a stream of the program's. nullptr without the stream, and where nobody has constructed it
/// (in a shared C++ library the object is there, all zeroes).
template <class Stream>
auto buffer_of(Stream* stream) noexcept -> decltype(stream->rdbuf()) {
  const void* first_word = nullptr;
  if (stream != nullptr) std::memcpy(&first_word, static_cast<const void*>(stream), sizeof first_word);
  return first_word == nullptr ? nullptr : stream->rdbuf();
}

/// Hands on what a buffer has. @return an errno; 0: it could.
template <class Char>
int synchronise(std::basic_streambuf<Char>* buffer) noexcept {
  if (buffer == nullptr) return 0;
  errno = 0;
  try {
    if (buffer->pubsync() == 0) return 0;
  } catch (...) {  // a buffer of the program's own
  }
  return errno != 0 ? errno : EIO;
}

/// Takes whatever can be read.
template <class Char>
void exhaust(std::basic_streambuf<Char>* buffer) noexcept {
  try {
    Char discarded[256];
    while (buffer != nullptr && buffer->sgetn(discarded, 256) > 0) {
    }
  } catch (...) {  // an encoding that its content breaks
  }
}

/// What is written and not handed on is gone.
template <class Char>
void forget_output(std::basic_streambuf<Char>* buffer) noexcept {
  struct Access : std::basic_streambuf<Char> {
    static void forget(std::basic_streambuf<Char>& other) {
      (other.*&Access::setp)((other.*&Access::pbase)(), (other.*&Access::epptr)());
    }
  };
  if (buffer != nullptr) Access::forget(*buffer);
}

}  // namespace exeunt::detail
