#include "watch/launcher/unix_lines.hpp"

#include <utility>

namespace harness::watch {

std::string UnixLines::take(std::string_view piece) {
  std::string result;
  for (const char c : piece) {
    if (held_ && c != '\n') result += '\r';
    held_ = c == '\r';
    if (!held_) result += c;
  }
  return result;
}

std::string UnixLines::rest() {
  return std::exchange(held_, false) ? "\r" : "";
}

}  // namespace harness::watch
