/// What the scenarios share: Python's print(), a block_for() that can be shortened, and main().
///
/// A scenario is an ordinary program. Two variables of the environment are heeded: EXEUNT_START_METHOD (fork,
/// spawn, forkserver), by the library, and EXEUNT_TIME_SCALE (a number, 1 when absent), by block_for().
#pragma once

#include <chrono>
#include <concepts>
#include <cstdint>
#include <exeunt/process.hpp>
#include <initializer_list>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

using namespace std::chrono_literals;

namespace scenario {

/// A value as Python's print() spells it: True, False, None, 7, text as it is, [1, 2], ['a', 'b'].
std::string spell(long long number);
std::string spell(unsigned long long number);
std::string spell(std::string_view text);
std::string spell(exeunt::StartMethod method);
std::string spell(std::nullopt_t);

std::string spell(std::same_as<bool> auto truth) {
  return truth ? "True" : "False";
}

template <std::integral Number>
requires(!std::same_as<Number, bool>) std::string spell(Number number) {
  using Widest = std::conditional_t<std::is_signed_v<Number>, long long, unsigned long long>;
  return spell(static_cast<Widest>(number));
}

/// What is a pointer on one system is a number on all.
std::string spell(std::same_as<void*> auto handle) {
  return spell(static_cast<unsigned long long>(reinterpret_cast<std::uintptr_t>(handle)));
}

template <class Value>
std::string spell(const std::optional<Value>& value) {
  return value ? spell(*value) : spell(std::nullopt);
}

/// Text inside a list stands in quotes, as repr() has it.
template <class Value>
std::string spell_in_list(const Value& value) {
  if constexpr (std::is_convertible_v<Value, std::string_view>)
    return "'" + std::string(value) + "'";
  else
    return spell(value);
}

template <class Value>
std::string spell(const std::vector<Value>& values) {
  std::string text = "[";
  for (const auto& value : values) {
    if (text.size() > 1) text += ", ";
    text += spell_in_list(value);
  }
  return text + "]";
}

/// A format with one {} for each value, counted by the compiler.
template <class... Values>
struct Format {
  consteval Format(const char* format) : text(format) {  // implicit, so that a literal serves as one
    std::size_t places = 0;
    for (std::size_t at = text.find("{}"); at != text.npos; at = text.find("{}", at + 2))
      ++places;
    if (places != sizeof...(Values)) throw std::logic_error("as many {} as values");
  }
  std::string_view text;
};

enum class Stream { out, err };
enum class Line { finished, unfinished };
enum class Flush { no, yes };

/// One fwrite of the whole text, so that lines of several processes do not mix on a terminal.
void write(Stream, std::string_view format, std::initializer_list<std::string> values, Line, Flush);

}  // namespace scenario

/// print(f"…"): buffered as C and Python do, by lines on a terminal, by blocks on a pipe and in a file.
template <class... Values>
void print(scenario::Format<std::type_identity_t<Values>...> format, const Values&... values) {
  using namespace scenario;
  write(Stream::out, format.text, {spell(values)...}, Line::finished, Flush::no);
}

/// print(f"…", flush=True)
template <class... Values>
void print_flushed(scenario::Format<std::type_identity_t<Values>...> format, const Values&... values) {
  using namespace scenario;
  write(Stream::out, format.text, {spell(values)...}, Line::finished, Flush::yes);
}

/// print(f"…", end="")
template <class... Values>
void print_unfinished(scenario::Format<std::type_identity_t<Values>...> format, const Values&... values) {
  using namespace scenario;
  write(Stream::out, format.text, {spell(values)...}, Line::unfinished, Flush::no);
}

/// print(f"…", file=sys.stderr)
template <class... Values>
void print_error(scenario::Format<std::type_identity_t<Values>...> format, const Values&... values) {
  using namespace scenario;
  write(Stream::err, format.text, {spell(values)...}, Line::finished, Flush::no);
}

/// Sleeps for `time`, times EXEUNT_TIME_SCALE.
///
/// A scale below 1 shortens the sleep, never below the floor of the start method (20 ms for fork, 100 ms for
/// spawn and forkserver: about what a start costs CPython), unless less was asked for.
/// @throws std::invalid_argument  when EXEUNT_TIME_SCALE is not a number from 0 upwards.
void block_for(std::chrono::nanoseconds time);

/// main(): runs `program`, a function without parameters, or is one of its children.
#define EXEUNT_MAIN(program)                      \
  int main(int argc, char** argv) {               \
    return exeunt::run_main(argc, argv, program); \
  }
