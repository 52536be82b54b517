#include "ending.hpp"

#include <cstdio>
#include <exception>

#include <exeunt/exit.hpp>

#include "class_name.hpp"
#include "interrupt.hpp"
#include "thread_end.hpp"

namespace exeunt::detail {

namespace {

std::string named(const std::string& text) {
  const std::string name = current_exception_name();
  return text.empty() ? name : name + ": " + text;
}

/// What is thrown last counts; what is said of it stands behind what was said before.
[[gnu::hot]] EXEUNT_CATCHES_THREAD_END void run_into(Ending& ending, void (*body)(void*), void* argument) {
  try {
    body(argument);
  } catch (const SystemExit& exit) {
    ending.status = exit.status();
    ending.message = exit.message();
  } catch (const KeyboardInterrupt&) {
    ending.status = 1;
    ending.interrupted = true;
    ending.message.reset();
    ending.error += describe_current_exception() + "\n";
  } catch (const ThreadEnd&) {
    throw;
  } catch (...) {
    ending.status = 1;
    ending.error += describe_current_exception() + "\n";
  }
}

}  // namespace

std::string describe_current_exception() {
  try {
    throw;
  } catch (const std::exception& error) {
    const char* const text = error.what();
    return named(text != nullptr ? text : "");
  } catch (...) {
    return named("");
  }
}

[[gnu::hot]] Ending run_to_its_end(void (*body)(void*), void* argument) {
  Ending ending;
  run_into(ending, body, argument);
  // A SIGINT that the body never noticed is thrown here.
  if (!ending.interrupted)
    run_into(
        ending, [](void*) { throw_if_interrupted(); }, nullptr);
  return ending;
}

void write_to_stderr(const std::string& text) noexcept {
  std::fwrite(text.data(), 1, text.size(), stderr);
}

}  // namespace exeunt::detail
