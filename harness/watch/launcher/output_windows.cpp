#include "watch/launcher/output_windows.hpp"

#include <string_view>

#include "watch/launcher/unix_lines.hpp"

namespace harness::watch {
namespace {

/// Where nobody reads any more the rest is read all the same, so that the program does not wait.
void write_all(HANDLE to, std::string_view text) {
  DWORD written = 0;
  while (!text.empty() && ::WriteFile(to, text.data(), static_cast<DWORD>(text.size()), &written, nullptr))
    text.remove_prefix(written);
}

void pass_on(HANDLE from, HANDLE to, bool unix_lines) {
  UnixLines lines;
  char buffer[16 * 1024];
  for (DWORD count = 0; ::ReadFile(from, buffer, sizeof buffer, &count, nullptr);) {
    const std::string_view piece(buffer, count);
    write_all(to, unix_lines ? lines.take(piece) : piece);
  }
  write_all(to, lines.rest());
}

}  // namespace

Output::Output(UniqueHandle from, HANDLE to, bool unix_lines)
    : from_(std::move(from)), thread_([this, to, unix_lines] { pass_on(from_.get(), to, unix_lines); }) {}

}  // namespace harness::watch
