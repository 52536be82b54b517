#include <windows.h>

#include <iostream>

#include "windows/launcher.hpp"

int main() {
  return static_cast<int>(harness::windows::launch(::GetCommandLineW(), std::cerr));
}
