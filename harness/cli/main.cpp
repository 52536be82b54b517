#include "cli/exeunt.hpp"

#include "cli/exit_codes.hpp"
#include "cli/standard_descriptors.hpp"

int main(int argc, char** argv) {
  if (!harness::hold_standard_descriptors()) return harness::exit_could_not_judge;
  return harness::exeunt({argv + 1, argv + argc}, harness::own_streams());
}
