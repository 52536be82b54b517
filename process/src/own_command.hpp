#pragma once

#include <string>
#include <vector>

namespace exeunt::detail {

/// How this program is executed again.
struct OwnCommand {
  const char* path = "";               ///< works whatever has become of the file's name
  std::string name{};                  ///< the file by its name, from the root; empty when that is not known
  std::vector<std::string> loading{};  ///< where the dynamic loader was executed, what stands before the
                                       ///< program's arguments: the loader, its options, the program
};

/// Takes down, when the program begins, what is not known later: the folder it was started in, and how many
/// arguments it has.
void note_own_command(std::size_t arguments) noexcept;

/// @throws  RuntimeError  when the dynamic loader was executed and /proc does not tell how.
const OwnCommand& own_command();

}  // namespace exeunt::detail
