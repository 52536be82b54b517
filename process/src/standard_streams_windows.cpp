#include <cstdio>

#include "streams.hpp"

namespace exeunt::detail {

void open_missing_stdio() noexcept {
  if (::_fileno(stdin) < 0) (void)std::freopen("NUL", "r", stdin);
  if (::_fileno(stdout) < 0) (void)std::freopen("NUL", "w", stdout);
  if (::_fileno(stderr) < 0) (void)std::freopen("NUL", "w", stderr);
}

// There is no signal for it.
void ignore_broken_pipes() noexcept {}

}  // namespace exeunt::detail
