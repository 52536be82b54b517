// A program whose main() does not call run_main(): it has processes by fork alone.

#include <cstdio>
#include <cstring>

#include <exeunt/process.hpp>

int main() {
  exeunt::Process forked([] { exeunt::exit(3); });
  forked.start();
  forked.join();
  if (forked.exitcode() != 3) return std::puts("fork"), 1;
  for (const exeunt::StartMethod method : {exeunt::StartMethod::spawn, exeunt::StartMethod::forkserver}) {
    exeunt::set_start_method(method, true);
    exeunt::Process process([] {});
    try {
      process.start();
      return std::puts("started"), 1;
    } catch (const exeunt::RuntimeError& error) {
      if (std::strstr(error.what(), "run_main()") == nullptr) return std::puts(error.what()), 1;
    }
    process.close();
  }
}
