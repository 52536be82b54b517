#include "watch/launcher/options.hpp"

namespace harness::watch {

const char* const usage_of_this_platform =
    "\n"
    "EXEUNT_REPORT stands for --report where that is not given.\n"
    "\n"
    "exit status: that of PROGRAM, or its signal; 125: it could not be run; 126: wrong\n"
    "command line\n";

bool take_word_of_this_platform(const std::string&, Options&) {
  return false;
}

}  // namespace harness::watch
