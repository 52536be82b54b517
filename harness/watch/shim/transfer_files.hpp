#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/sandbox.hpp"

namespace harness::watch {

/// Copies the regular files and folders below `from` into the folder `to`; links and special files are left
/// out. @throws CannotJudge naming the file and the reason.
void copy_in(const std::string& from, const std::string& to);

/// The regular files below a folder in which nobody works any more. Links are not followed, special files are
/// passed over. @return nothing where they are more than `most_bytes` hold, or too many, or too deep.
std::optional<std::vector<TakenFile>> take_out(const std::string& folder, std::uint64_t most_bytes);

}  // namespace harness::watch
