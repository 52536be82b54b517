#include <windows.h>

#include <span>

#include "executable.hpp"

namespace exeunt::detail {

std::uintptr_t base_of_executable() {
  return reinterpret_cast<std::uintptr_t>(::GetModuleHandleW(nullptr));
}

namespace {

const IMAGE_NT_HEADERS& headers_of_executable() {
  const std::uintptr_t base = base_of_executable();
  const auto& begin = *reinterpret_cast<const IMAGE_DOS_HEADER*>(base);
  return *reinterpret_cast<const IMAGE_NT_HEADERS*>(base + static_cast<std::uintptr_t>(begin.e_lfanew));
}

std::span<const IMAGE_SECTION_HEADER> sections_of_executable() {
  const IMAGE_NT_HEADERS& headers = headers_of_executable();
  return {IMAGE_FIRST_SECTION(&headers), headers.FileHeader.NumberOfSections};
}

}  // namespace

bool has_code_at(std::uintptr_t offset) {
  for (const IMAGE_SECTION_HEADER& section : sections_of_executable()) {
    const bool is_code = (section.Characteristics & IMAGE_SCN_MEM_EXECUTE) != 0;
    if (is_code && offset - section.VirtualAddress < section.Misc.VirtualSize) return true;
  }
  return false;
}

// The headers hold the time of the link and a sum over the whole file.
std::uint64_t executable_fingerprint() {
  const IMAGE_NT_HEADERS& headers = headers_of_executable();
  const auto* const end = reinterpret_cast<const unsigned char*>(sections_of_executable().data()) +
                          sections_of_executable().size_bytes();
  const auto* const image_base = reinterpret_cast<const unsigned char*>(&headers.OptionalHeader.ImageBase);
  std::uint64_t hash = 0xcbf29ce484222325;
  for (auto* byte = reinterpret_cast<const unsigned char*>(&headers); byte != end; ++byte) {
    const bool moves = byte >= image_base && byte < image_base + sizeof headers.OptionalHeader.ImageBase;
    if (!moves) hash = (hash ^ *byte) * 0x100000001b3;  // FNV-1a
  }
  return hash;
}

}  // namespace exeunt::detail
