#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "file_transfer.hpp"
#include "temporary_name.hpp"

namespace exeunt::detail {

UniqueFd open_unnamed_file() noexcept {
  std::string name = temporary_name();
  UniqueFd file(::mkstemp(name.data()));
  if (!file) return file;
  ::unlink(name.c_str());
  return ::fcntl(file.get(), F_SETFD, FD_CLOEXEC) == 0 ? std::move(file) : UniqueFd();
}

}  // namespace exeunt::detail
