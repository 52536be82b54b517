#include <algorithm>
#include <cstdlib>
#include <string>

#include <exeunt/error.hpp>
#include <exeunt/start_method.hpp>

#include "this_process.hpp"

namespace exeunt {

namespace {

/// "fork, spawn or forkserver"
std::string names_of_start_methods() {
  std::string text;
  const auto methods = all_start_methods();
  for (std::size_t i = 0; i < methods.size(); ++i) {
    if (i > 0) text += i + 1 == methods.size() ? " or " : ", ";
    text += to_string(methods[i]);
  }
  return text;
}

StartMethod default_start_method() {
  const char* chosen = std::getenv("EXEUNT_START_METHOD");
  if (chosen == nullptr || *chosen == '\0') return all_start_methods().front();
  try {
    return start_method_named(chosen);
  } catch (const ValueError& error) {
    throw ValueError(std::string(error.what()) + " (EXEUNT_START_METHOD is " + names_of_start_methods() +
                     ")");
  }
}

}  // namespace

StartMethod get_start_method() {
  const auto lock = detail::lock_library();
  std::optional<StartMethod>& method = detail::this_process().start_method;
  if (!method) method = default_start_method();
  return *method;
}

void set_start_method(StartMethod method, bool force) {
  const auto lock = detail::lock_library();
  std::optional<StartMethod>& current = detail::this_process().start_method;
  if (current && !force) throw RuntimeError("context has already been set");
  const auto methods = all_start_methods();
  if (std::find(methods.begin(), methods.end(), method) == methods.end()) {
    throw ValueError("cannot find context for '" + std::string(to_string(method)) + "'");
  }
  current = method;
}

std::string_view to_string(StartMethod method) {
  switch (method) {
    case StartMethod::fork:
      return "fork";
    case StartMethod::spawn:
      return "spawn";
    case StartMethod::forkserver:
      return "forkserver";
  }
  return "unknown";
}

StartMethod start_method_named(std::string_view name) {
  for (const StartMethod method : all_start_methods()) {
    if (to_string(method) == name) return method;
  }
  throw ValueError("cannot find context for '" + std::string(name) + "'");
}

}  // namespace exeunt
