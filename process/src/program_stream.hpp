#pragma once

#include <cerrno>
#include <cstring>
#include <ostream>

namespace exeunt::detail {

/// Hands on what a stream of the program's has buffered. nullptr, and one that nobody has constructed (in a
/// shared C++ library the object is there, all zeroes): nothing. @return an errno; 0: it could.
[[gnu::hot]] inline int synchronise(std::ostream* stream) noexcept {
  const void* first_word = nullptr;
  if (stream != nullptr) std::memcpy(&first_word, static_cast<const void*>(stream), sizeof first_word);
  if (first_word == nullptr) return 0;
  errno = 0;
  try {
    if (stream->rdbuf() == nullptr || stream->rdbuf()->pubsync() == 0) return 0;
  } catch (...) {  // a buffer of the program's own
  }
  return errno != 0 ? errno : EIO;
}

}  // namespace exeunt::detail
