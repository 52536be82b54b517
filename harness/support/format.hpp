/// Text from a format string. Only the part of fmt that checks arguments at compile time is read here; all
/// that formats them is compiled once, in format.cpp.
#pragma once

#if __has_include(<fmt/base.h>)
#include <fmt/base.h>  // since fmt 11
#else
#include <fmt/core.h>
#endif

#include <string>

namespace harness {

std::string format_arguments(fmt::string_view form, fmt::format_args arguments);

/// @param form  in fmt's syntax, checked against the arguments when it is compiled.
template <class... Arguments>
std::string format(fmt::format_string<Arguments...> form, Arguments&&... arguments) {
  return format_arguments(form, fmt::make_format_args(arguments...));
}

}  // namespace harness
