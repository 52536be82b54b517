#include "probe.hpp"

#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <map>
#include <span>

namespace exeunt::testing {

namespace {

using Programs = std::map<std::string, void (*)()>;

Programs& programs() {
  static auto& all = *new Programs;
  return all;
}

}  // namespace

Probe::Probe(const char* name, void (*program)()) {
  programs()[name] = program;
}

void (*Probe::named(const std::string& name))() {
  const auto found = programs().find(name);
  return found == programs().end() ? nullptr : found->second;
}

int ended_with(const Process& child) {
  return static_cast<int>(child.exitcode().value());
}

exitcode_type status_of(Process child) {
  child.start();
  child.join();
  return child.exitcode().value();
}

void say(const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  std::vprintf(format, arguments);
  va_end(arguments);
  std::fflush(stdout);
}

void print_later(const char* text) {
  std::fwrite(text, 1, std::strlen(text), stdout);
}

std::string name_of_method(const ::testing::TestParamInfo<StartMethod>& info) {
  return std::string(to_string(info.param));
}

}  // namespace exeunt::testing

namespace {

int test_result = 0;

void run_tests(std::span<char* const> arguments) {
  if (arguments.size() == 3 && std::strcmp(arguments[1], "--probe") == 0) {
    void (*program)() = exeunt::testing::Probe::named(arguments[2]);
    if (program == nullptr) exeunt::exit("no such probe");
    return program();
  }
  int count = static_cast<int>(arguments.size());
  ::testing::InitGoogleTest(&count, const_cast<char**>(arguments.data()));
  test_result = RUN_ALL_TESTS();
  exeunt::exit(test_result);
}

}  // namespace

int main(int argc, char** argv) {
  return exeunt::run_main(argc, argv, run_tests);
}
