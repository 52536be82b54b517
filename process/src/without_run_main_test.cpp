// A program whose main() does not call run_main(): it has processes by fork alone.

#include <cstdio>
#include <cstring>

#include <exeunt/process.hpp>

namespace {

const char* what_is_wrong(exeunt::StartMethod method) {
  exeunt::set_start_method(method, true);
  exeunt::Process process([] { exeunt::exit(3); });
  try {
    process.start();
  } catch (const exeunt::RuntimeError& error) {
    process.close();
    if (method == exeunt::StartMethod::fork) return "fork needs no run_main()";
    return std::strstr(error.what(), "run_main()") != nullptr ? nullptr
                                                              : "the error does not name run_main()";
  }
  if (method != exeunt::StartMethod::fork) return "started";
  process.join();
  return process.exitcode() == 3 ? nullptr : "the status is not 3";
}

}  // namespace

int main() {
  for (const exeunt::StartMethod method : exeunt::all_start_methods()) {
    if (const char* wrong = what_is_wrong(method)) {
      std::printf("%s: %s\n", exeunt::to_string(method).data(), wrong);
      return 1;
    }
  }
}
