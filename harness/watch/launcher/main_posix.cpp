#include <cstdlib>
#include <iostream>

#include "watch/launcher/ending.hpp"
#include "watch/launcher/launcher.hpp"

int main(int argc, char** argv) {
  using namespace harness::watch;
  Options defaults;
  if (const char* const report = std::getenv("EXEUNT_REPORT")) defaults.report = report;
  ::unsetenv("EXEUNT_REPORT");  // it is for the launcher, not for the program
  std::vector<Word> words;
  for (int i = 1; i < argc; ++i)
    words.push_back({argv[i]});
  return end_with(launch(words, std::cerr, defaults));
}
