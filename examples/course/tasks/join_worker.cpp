// A worker is started and joined.
//
// Start methods: fork, spawn, forkserver
#include <exeunt/process.hpp>
#include <iostream>
#include <string>

void work(const std::string& what) {
  std::cout << "working on " << what << std::endl;
}

void program() {
  exeunt::Process worker(work, std::string("the first task"));
  worker.start();
  worker.join();
  std::cout << "worker ended with " << *worker.exitcode() << std::endl;
}

int main(int argc, char** argv) {
  return exeunt::run_main(argc, argv, program);
}
