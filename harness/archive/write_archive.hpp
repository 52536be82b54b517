#pragma once

#include <functional>
#include <optional>

#include "archive/messages.hpp"

namespace harness {

/// Writes a zip of what `next` tells into `fd`. Files alone; their sizes have to be given.
/// @return why it could not; nothing: it could.
std::optional<ArchiveDamage> write_archive(int fd,
                                           const std::function<std::optional<ArchiveMessage>()>& next);

}  // namespace harness
