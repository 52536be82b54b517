#include "descriptor_windows.hpp"
#include "known_fd.hpp"

#include <windows.h>

#include <cerrno>
#include <system_error>

namespace exeunt::detail {

/// Nothing here closes what it has not opened.
FileIdentity identity_of(native_handle) noexcept {
  return {};
}

void UniqueFd::reset(native_handle handle) noexcept {
  const native_handle old = std::exchange(handle_, handle);
  if (old == no_handle) return;
  const DWORD error = ::GetLastError();
  ::CloseHandle(old);
  ::SetLastError(error);
}

UniqueFd inheritable_copy(native_handle handle, const char* step) {
  HANDLE copy = nullptr;
  const HANDLE self = ::GetCurrentProcess();
  if (!::DuplicateHandle(self, handle, self, &copy, 0, TRUE, DUPLICATE_SAME_ACCESS)) throw_last_error(step);
  return UniqueFd(copy);
}

void throw_errno(int error, const char* step) {
  throw std::system_error(error, std::generic_category(), step);
}
void throw_errno(const char* step) {
  throw_errno(errno, step);
}
void throw_last_error(const std::string& step) {
  throw std::system_error(static_cast<int>(::GetLastError()), std::system_category(), step);
}

}  // namespace exeunt::detail
