#include "fork_handlers.hpp"

#include <link.h>
#include <pthread.h>
#include <sys/auxv.h>

#include <cstdint>

// glibc forgets the handlers of an object, also of the program itself, when that object's destructors are
// run: in the middle of a fork() of another thread, whose child then never lets go of what was locked for it.
// Those of nobody it keeps.

extern "C" int __register_atfork(void (*prepare)(), void (*parent)(), void (*child)(), void* object) noexcept;

// Where the object that this is linked into begins.
extern "C" [[gnu::weak, gnu::visibility("hidden")]] const char __ehdr_start[];

namespace exeunt::detail {

namespace {

/// And not of a library, which may be unloaded.
bool is_part_of_program() noexcept {
  if (__ehdr_start == nullptr) return false;
  const auto headers = reinterpret_cast<std::uintptr_t>(__ehdr_start) + sizeof(ElfW(Ehdr));
  return ::getauxval(AT_PHDR) == headers;
}

}  // namespace

int register_fork_handlers(void (*prepare)(), void (*parent)(), void (*child)()) noexcept {
  if (!is_part_of_program()) return ::pthread_atfork(prepare, parent, child);
  return __register_atfork(prepare, parent, child, nullptr);
}

}  // namespace exeunt::detail
