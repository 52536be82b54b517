#pragma once

#include <functional>

#include "archive/messages.hpp"

namespace harness {

/// Tells of the zip, tar or tar.gz that can be read from `fd`: its members, or why it cannot be read further.
/// @param tell  returns false when nobody wants to hear more.
void read_archive(int fd, const std::function<bool(const ArchiveMessage&)>& tell);

}  // namespace harness
