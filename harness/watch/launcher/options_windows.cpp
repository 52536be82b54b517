#include "watch/launcher/options.hpp"

namespace harness::watch {

const char* const usage_of_this_platform =
    "  --unix            the caller is a Unix program (Wine): ends of lines become\n"
    "                    \\n, and of the exit status that arrives there, its low eight\n"
    "                    bits, none is 0 where the whole is not: 255 stands for those\n"
    "\n"
    "exit status: that of PROGRAM, all 32 bits; 125: it could not be run; 126: wrong\n"
    "command line\n";

bool take_word_of_this_platform(const std::string& word, Options& options) {
  if (word != "--unix") return false;
  options.for_unix = true;
  return true;
}

}  // namespace harness::watch
