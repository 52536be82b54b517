#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace harness {

/// What the kernel executes the programs of another machine through.
struct Emulator {
  std::string path{};
  bool keeps_argv0 = false;  ///< it is given the program's file and its argv[0], not the file alone
  bool operator==(const Emulator&) const = default;
};

/// Those of this kernel, by which it executes ELF programs; empty where it does not tell.
std::vector<Emulator> emulators_of_the_kernel();

/// What a file in /proc/sys/fs/binfmt_misc says: nothing where it is about something else than ELF programs,
/// or is switched off.
std::optional<Emulator> read_emulator(std::string_view entry);

/// The arguments as whoever executed the program gave them: without the emulator that the kernel put in
/// front.
std::vector<std::string> without_emulator(std::vector<std::string> argv, std::span<const Emulator> emulators);

}  // namespace harness
