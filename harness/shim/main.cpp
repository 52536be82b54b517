// exeunt-shim CONTROL-FD BASE-FOLDER [first-process] [private-base] [in-place] [sandboxed] [probe]
//
// Started by the exeunt command, never by hand.
#include <cstdlib>
#include <cstring>
#include <iostream>

#include "shim/service.hpp"

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "exeunt-shim: started by the exeunt command; there is nothing to do by hand\n";
    return 3;
  }
  harness::shim::ServiceOptions options;
  options.control = std::atoi(argv[1]);
  options.base = argv[2];
  for (int i = 3; i < argc; ++i) {
    if (std::strcmp(argv[i], "first-process") == 0) options.first_process = true;
    if (std::strcmp(argv[i], "private-base") == 0) options.private_base = true;
    if (std::strcmp(argv[i], "in-place") == 0) options.in_place = true;
    if (std::strcmp(argv[i], "sandboxed") == 0) options.sandboxed = true;
    if (std::strcmp(argv[i], "probe") == 0) options.probe = true;
  }
  return harness::shim::serve(options);
}
