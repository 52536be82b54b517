#include <link.h>

#include <atomic>
#include <cstddef>

#include "executable.hpp"

namespace exeunt::detail {

namespace {

struct Executable {
  std::uintptr_t base = 0;
  const ElfW(Phdr) * headers = nullptr;
  std::size_t count = 0;
};

/// The first that is told of is the main program.
int note_executable(dl_phdr_info* info, std::size_t, void* result) {
  *static_cast<Executable*>(result) = {info->dlpi_addr, info->dlpi_phdr, info->dlpi_phnum};
  return 1;
}

/// Found once, or twice by two threads at once; without a guard, which a fork() might find half open.
Executable executable() {
  static std::atomic<std::uintptr_t> base{0};
  static std::atomic<const ElfW(Phdr)*> headers{nullptr};
  static std::atomic<std::size_t> count{0};
  if (count.load(std::memory_order_acquire) == 0) {
    Executable found;
    ::dl_iterate_phdr(note_executable, &found);
    base = found.base;
    headers = found.headers;
    count.store(found.count, std::memory_order_release);
  }
  return {base, headers, count};
}

std::uint64_t mixed(std::uint64_t hash, const void* data, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) {
    hash = (hash ^ static_cast<const unsigned char*>(data)[i]) * 0x100000001b3;  // FNV-1a
  }
  return hash;
}

}  // namespace

std::uintptr_t base_of_executable() {
  return executable().base;
}

bool has_code_at(std::uintptr_t offset) {
  const Executable program = executable();
  for (std::size_t i = 0; i < program.count; ++i) {
    const ElfW(Phdr)& segment = program.headers[i];
    if (segment.p_type == PT_LOAD && (segment.p_flags & PF_X) != 0 &&
        offset - segment.p_vaddr < segment.p_memsz)
      return true;
  }
  return false;
}

std::uint64_t executable_fingerprint() {
  const Executable program = executable();
  std::uint64_t hash = mixed(0xcbf29ce484222325, program.headers, program.count * sizeof *program.headers);
  for (std::size_t i = 0; i < program.count; ++i) {
    const ElfW(Phdr)& segment = program.headers[i];
    if (segment.p_type != PT_NOTE) continue;  // holds the build-id
    hash = mixed(hash, reinterpret_cast<const void*>(program.base + segment.p_vaddr), segment.p_memsz);
  }
  return hash;
}

}  // namespace exeunt::detail
