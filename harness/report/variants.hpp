#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/case.hpp"

namespace harness {

/// Under what a case ran, without its scenario.
struct Variant {
  std::string implementation;  ///< with its version where that is known
  std::optional<StartMethod> start_method;
  StdioMode stdio = StdioMode::pipe;
  bool operator==(const Variant&) const = default;
};

Variant variant_of(const Case& c);

/// "cpython 3.11.2, fork, tty"
std::string to_string(const Variant& variant);

/// Many variants in few words, an implementation a line: "reference: fork, spawn on tty, pipe; forkserver on
/// tty". The implementation is left out where it is the reference alone.
std::vector<std::string> in_few_words(std::span<const Variant> variants);

}  // namespace harness
