#include <windows.h>

#include <iostream>

#include "launcher/command_line_windows.hpp"
#include "launcher/ending.hpp"
#include "launcher/launcher.hpp"

int main() {
  using namespace harness::launcher;
  return end_with(launch(words_behind_the_first(::GetCommandLineW()), std::cerr));
}
