#include "cli/exeunt.hpp"

int main(int argc, char** argv) {
  return harness::exeunt({argv + 1, argv + argc}, harness::own_streams());
}
