#include <sys/mman.h>

#include "file_transfer.hpp"

namespace exeunt::detail {

UniqueFd open_unnamed_file() noexcept {
  return UniqueFd(::memfd_create("exeunt", MFD_CLOEXEC));
}

}  // namespace exeunt::detail
