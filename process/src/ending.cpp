#include "ending.hpp"

#include <cstdio>
#include <exception>

#include <exeunt/exit.hpp>

#include "class_name.hpp"
#include "interrupt.hpp"

namespace exeunt::detail {

namespace {

std::string named(const std::string& text) {
  const std::string name = current_exception_name();
  return text.empty() ? name : name + ": " + text;
}

Ending ending_of_body(void (*body)(void*), void* argument) {
  Ending ending;
  try {
    body(argument);
  } catch (const SystemExit& exit) {
    ending.status = exit.status();
    ending.message = exit.message();
  } catch (const KeyboardInterrupt&) {
    ending = {.status = 1, .interrupted = true, .error = describe_current_exception() + "\n"};
  } catch (...) {
    ending = {.status = 1, .error = describe_current_exception() + "\n"};
  }
  return ending;
}

}  // namespace

std::string describe_current_exception() {
  try {
    throw;
  } catch (const std::exception& error) {
    return named(error.what());
  } catch (...) {
    return named("");
  }
}

Ending run_to_its_end(void (*body)(void*), void* argument) {
  Ending ending = ending_of_body(body, argument);
  if (ending.interrupted) return ending;
  const Ending late = ending_of_body([](void*) { throw_if_interrupted(); }, nullptr);
  if (!late.interrupted) return ending;  // a SIGINT that the body never noticed is thrown here
  return {.status = 1, .interrupted = true, .error = ending.error + late.error};
}

void write_to_stderr(const std::string& text) noexcept {
  std::fwrite(text.data(), 1, text.size(), stderr);
}

}  // namespace exeunt::detail
