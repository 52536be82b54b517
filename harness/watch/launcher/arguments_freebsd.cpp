#include <sys/types.h>

#include <sys/sysctl.h>
#include <unistd.h>

#include "watch/launcher/argument_block.hpp"
#include "watch/launcher/arguments.hpp"

namespace harness::launcher {

std::vector<std::string> arguments_of(pid_t pid) {
  const int name[] = {CTL_KERN, KERN_PROC, KERN_PROC_ARGS, pid};
  std::string block(static_cast<std::size_t>(::sysconf(_SC_ARG_MAX)), '\0');
  std::size_t size = block.size();
  if (::sysctl(name, 4, block.data(), &size, nullptr, 0) != 0) return {};
  return words_of_block(std::string_view(block).substr(0, size));
}

}  // namespace harness::launcher
