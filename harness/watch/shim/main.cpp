// exeunt-shim CONTROL-FD BASE-FOLDER in-place|sandboxed
//
// Started by the exeunt command, never by hand.
#include <cstdlib>
#include <iostream>
#include <string_view>

#include "watch/shim/service.hpp"

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "exeunt-shim: started by the exeunt command; there is nothing to do by hand\n";
    return 3;
  }
  harness::watch::ServiceOptions options;
  options.control = std::atoi(argv[1]);
  options.base = argv[2];
  options.in_place = options.probe = argv[3] == std::string_view("in-place");
  options.sandboxed = options.first_process = options.private_base = !options.in_place;
  return harness::watch::serve(options);
}
