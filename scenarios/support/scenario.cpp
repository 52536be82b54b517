#include "support/scenario.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace scenario {
namespace {

using Seconds = std::chrono::duration<double>;

double time_scale() {
  const char* text = std::getenv("EXEUNT_TIME_SCALE");
  if (text == nullptr || *text == '\0') return 1;
  char* rest = nullptr;
  const double scale = std::strtod(text, &rest);
  if (rest == text || *rest != '\0' || !std::isfinite(scale) || scale < 0) {
    throw std::invalid_argument("EXEUNT_TIME_SCALE must be a number from 0 upwards");
  }
  return scale;
}

std::chrono::nanoseconds floor_of(exeunt::StartMethod method) {
  return method == exeunt::StartMethod::fork ? 20ms : 100ms;
}

}  // namespace

std::string spell(long long number) {
  return std::to_string(number);
}

std::string spell(unsigned long long number) {
  return std::to_string(number);
}

std::string spell(std::string_view text) {
  return std::string(text);
}

std::string spell(exeunt::StartMethod method) {
  switch (method) {
    case exeunt::StartMethod::fork:
      return "fork";
    case exeunt::StartMethod::spawn:
      return "spawn";
    case exeunt::StartMethod::forkserver:
      return "forkserver";
  }
  throw std::invalid_argument("no such start method");
}

std::string spell(std::nullopt_t) {
  return "None";
}

void write(Stream stream, std::string_view format, std::initializer_list<std::string> values, Line line,
           Flush flush) {
  std::string text;
  for (const std::string& value : values) {
    const std::size_t place = format.find("{}");
    text.append(format.substr(0, place)).append(value);
    format.remove_prefix(place + 2);
  }
  text += format;
  if (line == Line::finished) text += '\n';
  std::FILE* const file = stream == Stream::out ? stdout : stderr;
  std::fwrite(text.data(), 1, text.size(), file);
  if (flush == Flush::yes) std::fflush(file);
}

}  // namespace scenario

void block_for(std::chrono::nanoseconds time) {
  const auto scaled = scenario::Seconds(time) * scenario::time_scale();
  const auto floor = std::min(time, scenario::floor_of(exeunt::get_start_method()));
  exeunt::sleep_for(std::max(std::chrono::duration_cast<std::chrono::nanoseconds>(scaled), floor));
}
