// A child begins in the working directory that its parent has at the start.
//
// Also where it is started by a server that was there before.
//
// On Windows the root of the names is a drive.
//
// Source: POSIX: fork, chdir; Python library reference: multiprocessing, Contexts and start methods
#include "support/scenario.hpp"

#include <filesystem>

void task() {
  print("{}", std::filesystem::current_path().string());
}

void start_one() {
  exeunt::Process child(task);
  child.start();
  child.join();
}

void program() {
  std::filesystem::current_path("/usr");
  start_one();
  std::filesystem::current_path("/");
  start_one();
}

EXEUNT_MAIN(program)
