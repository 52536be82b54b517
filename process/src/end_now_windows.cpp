#include <windows.h>

#include "end_now.hpp"

namespace exeunt::detail {

// Not by ExitProcess(), which runs code of every library.
void end_now(int status) noexcept {
  while (true)
    ::TerminateProcess(::GetCurrentProcess(), static_cast<UINT>(status));
}

}  // namespace exeunt::detail
