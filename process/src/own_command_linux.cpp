#include <fcntl.h>
#include <link.h>
#include <sys/auxv.h>
#include <unistd.h>

#include <climits>
#include <cstddef>
#include <string_view>

#include <exeunt/error.hpp>

#include "descriptor_posix.hpp"
#include "own_command.hpp"
#include "own_executable.hpp"

namespace exeunt::detail {

namespace {

std::size_t argument_count = 0;
char first_folder[PATH_MAX];

std::string from_root(const std::string& path) {
  if (path.empty() || path.front() == '/' || first_folder[0] != '/') return path;
  return (std::string_view(first_folder) == "/" ? std::string("/") : std::string(first_folder) + "/") + path;
}

const char* executed_file() {
  const auto* name = reinterpret_cast<const char*>(::getauxval(AT_EXECFN));
  return name != nullptr ? name : "";
}

int has_interpreter(dl_phdr_info* program, std::size_t, void*) {
  for (int i = 0; i < program->dlpi_phnum; ++i) {
    if (program->dlpi_phdr[i].p_type == PT_INTERP) return 1;
  }
  return -1;  // no further: the first is the program
}

/// `ld.so PROGRAM`: the kernel has loaded the loader as if it were the program, and none for it.
bool was_loaded_by_hand() {
  return ::getauxval(AT_BASE) == 0 && ::dl_iterate_phdr(has_interpreter, nullptr) == 1;
}

std::vector<std::string> command_line() {
  const UniqueFd file(::open("/proc/self/cmdline", O_RDONLY | O_CLOEXEC));
  std::string text;
  char part[4096];
  for (ssize_t count = 0; file && (count = ::read(file.get(), part, sizeof part)) > 0;)
    text.append(part, static_cast<std::size_t>(count));
  std::vector<std::string> words;
  for (std::size_t at = 0, end = 0; (end = text.find('\0', at)) != std::string::npos; at = end + 1)
    words.push_back(text.substr(at, end - at));
  return words;
}

OwnCommand command_of_loader() {
  OwnCommand command{own_executable()};
  command.loading = command_line();
  if (command.loading.size() <= argument_count) {
    throw RuntimeError(
        "this program was started through the dynamic loader, and /proc, which tells how, is not there; "
        "start the program by its own name, mount /proc, or use the start method fork");
  }
  command.loading.resize(command.loading.size() - argument_count + 1);
  command.name = from_root(command.loading.front());
  command.loading.back() = from_root(command.loading.back());
  return command;
}

OwnCommand find_own_command() {
  if (was_loaded_by_hand()) return command_of_loader();
  return {own_executable(), from_root(executed_file())};
}

}  // namespace

void note_own_command(std::size_t arguments) noexcept {
  argument_count = arguments;
  if (executed_file()[0] != '/' || ::getauxval(AT_BASE) == 0) {
    if (::getcwd(first_folder, sizeof first_folder) == nullptr) first_folder[0] = '\0';
  }
}

const OwnCommand& own_command() {
  static const OwnCommand& only = *new OwnCommand(find_own_command());
  return only;
}

}  // namespace exeunt::detail
