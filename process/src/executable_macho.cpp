#include <mach-o/dyld.h>
#include <mach-o/loader.h>
#include <mach/vm_prot.h>

#include <cstddef>

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

}  // namespace

std::uintptr_t base_of_executable() {
  return executable().slide;
}

bool has_code_at(std::uintptr_t offset) {
  return find_command([offset](const load_command& command) {
    if (command.cmd != LC_SEGMENT_64) return false;
    const auto& segment = reinterpret_cast<const segment_command_64&>(command);
    return (segment.initprot & VM_PROT_EXECUTE) != 0 && offset - segment.vmaddr < segment.vmsize;
  });
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
