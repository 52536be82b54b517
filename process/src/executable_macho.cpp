#include <mach-o/dyld.h>
#include <mach-o/loader.h>
#include <mach/vm_prot.h>

#include <cstddef>
#include <exeunt/error.hpp>

#include "executable.hpp"

namespace exeunt::detail {

namespace {

struct Executable {
  const mach_header_64* header = nullptr;
  std::uintptr_t slide = 0;
};

/// The main program is mostly the first image, but for libraries that the environment has inserted.
const Executable& executable() {
  static const Executable found = [] {
    for (std::uint32_t i = 0; i < ::_dyld_image_count(); ++i) {
      const auto* header = reinterpret_cast<const mach_header_64*>(::_dyld_get_image_header(i));
      if (header->filetype == MH_EXECUTE)
        return Executable{header, static_cast<std::uintptr_t>(::_dyld_get_image_vmaddr_slide(i))};
    }
    return Executable{};
  }();
  return found;
}

/// Calls `visit` with each load command until it returns true. @return whether it did.
template <class Visit>
bool find_command(Visit visit) {
  const mach_header_64* header = executable().header;
  if (header == nullptr) return false;
  const char* at = reinterpret_cast<const char*>(header + 1);
  for (std::uint32_t i = 0; i < header->ncmds; ++i) {
    const auto* command = reinterpret_cast<const load_command*>(at);
    if (visit(*command)) return true;
    at += command->cmdsize;
  }
  return false;
}

bool has_code_at(std::uintptr_t offset) {
  return find_command([offset](const load_command& command) {
    if (command.cmd != LC_SEGMENT_64) return false;
    const auto& segment = reinterpret_cast<const segment_command_64&>(command);
    return (segment.initprot & VM_PROT_EXECUTE) != 0 && offset - segment.vmaddr < segment.vmsize;
  });
}

}  // namespace

std::uintptr_t offset_of_function(Function function) {
  const std::uintptr_t offset = reinterpret_cast<std::uintptr_t>(function) - executable().slide;
  if (!has_code_at(offset)) {
    throw TypeError(
        "the target is not in the program's own executable (a shared library's function can be started with "
        "fork only); "
        "wrap it in a function of the program");
  }
  return offset;
}

Function function_at_offset(std::uintptr_t offset) {
  if (!has_code_at(offset)) throw RuntimeError("what crossed to this process is no function of it");
  return reinterpret_cast<Function>(executable().slide + offset);
}

/// Of its UUID, which the linker makes from the content.
std::uint64_t executable_fingerprint() {
  std::uint64_t hash = 0xcbf29ce484222325;  // FNV-1a
  find_command([&hash](const load_command& command) {
    if (command.cmd != LC_UUID) return false;
    for (const unsigned char byte : reinterpret_cast<const uuid_command&>(command).uuid)
      hash = (hash ^ byte) * 0x100000001b3;
    return true;
  });
  return hash;
}

}  // namespace exeunt::detail
