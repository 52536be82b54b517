#include <windows.h>

#include <iostream>

#include "watch/launcher/command_line_windows.hpp"
#include "watch/launcher/ending.hpp"
#include "watch/launcher/launcher.hpp"

int main() {
  using namespace harness::watch;
  return end_with(launch(words_behind_the_first(::GetCommandLineW()), std::cerr));
}
