#include "this_process.hpp"

#include <windows.h>

#include <cstdlib>
#include <cstring>

#include "descriptor_windows.hpp"

namespace exeunt::detail {

std::string random_bytes(std::size_t count) {
  std::string bytes(count, '\0');
  for (char& byte : bytes) {
    unsigned random = 0;
    const int error = ::rand_s(&random);
    if (error != 0) throw_errno(error, "make a random authkey");
    byte = static_cast<char>(random & 0xff);
  }
  return bytes;
}

pid_type own_pid() noexcept {
  return static_cast<pid_type>(::GetCurrentProcessId());
}

// There are none.
void forget_own_pid() noexcept {}

void prepare_to_start(ThisProcess& process) {
  if (!process.own_handle) process.own_handle = KnownFd(open_own_process());
  if (process.null) return;
  const HANDLE null = ::CreateFileW(L"NUL", GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr,
                                    OPEN_EXISTING, 0, nullptr);
  if (null == INVALID_HANDLE_VALUE) throw_last_error("open NUL");
  process.null = KnownFd(UniqueFd(null));
}

// Nothing here closes what it has not opened.
void restore(ParentWatch&) {}

}  // namespace exeunt::detail
