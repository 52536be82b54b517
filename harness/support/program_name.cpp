#include "support/program_name.hpp"

namespace harness {
namespace {

bool begins_with_a_drive(std::string_view path) {
  const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  return path.size() > 2 && is_letter(path[0]) && path[1] == ':' && (path[2] == '\\' || path[2] == '/');
}

}  // namespace

std::string_view program_name(std::string_view path) {
  return path.substr(path.find_last_of(begins_with_a_drive(path) ? "/\\" : "/") + 1);
}

}  // namespace harness
