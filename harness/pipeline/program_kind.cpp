#include "pipeline/program_kind.hpp"

#include <elf.h>

#include <cstring>
#include <fstream>
#include <vector>

namespace harness {
namespace {

std::string machine_name(unsigned machine) {
  switch (machine) {
    case EM_X86_64:
      return "x86_64";
    case EM_386:
      return "i386";
    case EM_AARCH64:
      return "aarch64";
    case EM_ARM:
      return "arm";
    case EM_RISCV:
      return "riscv";
    default:
      return "machine " + std::to_string(machine);
  }
}

template <class Value>
bool read_at(std::ifstream& file, std::uint64_t offset, Value& value) {
  file.clear();
  file.seekg(static_cast<std::streamoff>(offset));
  return static_cast<bool>(file.read(reinterpret_cast<char*>(&value), sizeof value));
}

// The name of what loads the program; "static" where nothing does.
template <class Segment, class Header>
std::string loader_of(std::ifstream& file, const Header& header) {
  for (unsigned i = 0; i < header.e_phnum; ++i) {
    Segment segment{};
    if (!read_at(file, header.e_phoff + i * sizeof segment, segment)) break;
    if (segment.p_type != PT_INTERP || segment.p_filesz > 4096) continue;
    std::string path(segment.p_filesz, '\0');
    file.seekg(static_cast<std::streamoff>(segment.p_offset));
    file.read(path.data(), static_cast<std::streamsize>(path.size()));
    return std::filesystem::path(path.c_str()).filename().string();
  }
  return "static";
}

template <class Header, class Segment>
std::string elf_kind(std::ifstream& file) {
  Header header{};
  if (!read_at(file, 0, header)) return "";
  return machine_name(header.e_machine) + ", " + loader_of<Segment>(file, header);
}

}  // namespace

std::string program_kind(const std::filesystem::path& program) {
  std::ifstream file(program, std::ios::binary);
  unsigned char begin[EI_NIDENT] = {};
  file.read(reinterpret_cast<char*>(begin), sizeof begin);
  if (file.gcount() >= 2 && std::memcmp(begin, "#!", 2) == 0) return "script";
  if (file.gcount() >= 2 && std::memcmp(begin, "MZ", 2) == 0) return "windows";
  if (file.gcount() < EI_NIDENT || std::memcmp(begin, ELFMAG, SELFMAG) != 0) return "";
  if (begin[EI_CLASS] == ELFCLASS32) return elf_kind<Elf32_Ehdr, Elf32_Phdr>(file);
  return elf_kind<Elf64_Ehdr, Elf64_Phdr>(file);
}

}  // namespace harness
