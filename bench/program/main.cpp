#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdio>
#include <cstring>

#include "program/effort.hpp"
#include "program/register.hpp"

namespace {

bool is_effort(const char* argument) {
  if (std::strcmp(argument, "--effort=quick") == 0) return bench::set_effort(bench::Effort::quick), true;
  if (std::strcmp(argument, "--effort=check") == 0) return bench::set_effort(bench::Effort::check), true;
  return std::strcmp(argument, "--effort=full") == 0;
}

}  // namespace

int main(int argc, char** argv) {
  char** end = std::remove_if(argv + 1, argv + argc, is_effort);
  *end = nullptr;
  argc = static_cast<int>(end - argv);
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 3;
  bench::register_all();
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}
