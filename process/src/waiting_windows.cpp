#include <windows.h>

#include <algorithm>
#include <vector>

#include "descriptor_windows.hpp"
#include "interrupt.hpp"
#include "latch.hpp"
#include "waiting.hpp"

namespace exeunt::detail {

namespace {

using std::chrono::nanoseconds;

constexpr DWORD longest_wait = INFINITE - 1;

DWORD milliseconds(std::optional<nanoseconds> limit) {
  if (!limit) return INFINITE;
  const auto whole = std::chrono::ceil<std::chrono::milliseconds>(*limit).count();
  return static_cast<DWORD>(std::min<decltype(whole)>(whole, longest_wait));
}

/// A wait of the system's thread pool for one handle; it raises a latch.
class PooledWait {
 public:
  PooledWait(native_handle handle, native_handle latch) {
    if (!::RegisterWaitForSingleObject(&wait_, handle, raise, latch, INFINITE, WT_EXECUTEONLYONCE))
      throw_last_error("wait for many handles");
  }
  PooledWait(PooledWait&& other) noexcept : wait_(std::exchange(other.wait_, nullptr)) {}
  ~PooledWait() {
    if (wait_ != nullptr) ::UnregisterWaitEx(wait_, INVALID_HANDLE_VALUE);  // waits for raise() as well
  }

 private:
  static void CALLBACK raise(void* latch, BOOLEAN) { raise_latch(latch); }
  HANDLE wait_ = nullptr;
};

/// Waits for `handles`, at most as many as one call takes, and for interrupts.
///
/// @return  which one is ready; nothing when the deadline passed first.
std::optional<std::size_t> wait_for_few(std::span<const native_handle> handles, Deadline deadline) {
  const native_handle interrupts = interrupt_handle();
  HANDLE waited[MAXIMUM_WAIT_OBJECTS];
  DWORD count = 0;
  if (interrupts != no_handle) waited[count++] = interrupts;  // first: nothing is taken when it is ready
  const DWORD before = count;
  for (const native_handle handle : handles)
    waited[count++] = handle;
  for (;;) {
    throw_if_interrupted();
    const std::optional<nanoseconds> limit = deadline.remaining();
    const DWORD time = milliseconds(limit);
    if (count == 0) ::Sleep(time);
    const DWORD result = count == 0 ? WAIT_TIMEOUT : ::WaitForMultipleObjects(count, waited, FALSE, time);
    if (result == WAIT_FAILED) throw_last_error("wait");
    if (result == WAIT_TIMEOUT && limit == nanoseconds::zero()) return std::nullopt;
    if (result == WAIT_TIMEOUT) continue;
    const DWORD index = result >= WAIT_ABANDONED_0 ? result - WAIT_ABANDONED_0 : result - WAIT_OBJECT_0;
    if (index >= before) return index - before;
    lower_latch(interrupts);  // before the look at what it tells of
  }
}

/// The same for any number.
bool wait_for_many(std::span<const native_handle> handles, Deadline deadline) {
  const UniqueFd any = make_latch("wait for many handles");
  std::vector<PooledWait> waits;
  waits.reserve(handles.size());
  for (const native_handle handle : handles)
    waits.emplace_back(handle, any.get());
  return wait_ready(any.get(), deadline);
}

bool look(native_handle handle) {
  const DWORD result = ::WaitForSingleObject(handle, 0);
  if (result == WAIT_FAILED) throw_last_error("wait");
  return result != WAIT_TIMEOUT;
}

}  // namespace

bool wait_ready(native_handle handle, Deadline deadline) {
  return wait_for_few({&handle, 1}, deadline).has_value();
}

bool wait_ready(std::span<const native_handle> handles, std::span<bool> ready, Deadline deadline) {
  if (handles.size() < MAXIMUM_WAIT_OBJECTS) {
    const std::optional<std::size_t> found = wait_for_few(handles, deadline);
    if (!found) return false;
    for (std::size_t i = 0; i < handles.size(); ++i)
      ready[i] = i == *found || look(handles[i]);
    return true;
  }
  for (;;) {
    bool any = false;
    for (std::size_t i = 0; i < handles.size(); ++i)
      any |= ready[i] = look(handles[i]);
    if (any) return true;
    if (!wait_for_many(handles, deadline)) return false;
  }
}

bool is_ready(native_handle handle) noexcept {
  return ::WaitForSingleObject(handle, 0) == WAIT_OBJECT_0;
}

}  // namespace exeunt::detail
