#include "cli/exeunt.hpp"
#include "cli/standard_descriptors.hpp"

int main(int argc, char** argv) {
  harness::hold_standard_descriptors();
  return harness::exeunt({argv + 1, argv + argc}, harness::own_streams());
}
