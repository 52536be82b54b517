#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/conditions.hpp"

namespace harness {

/// One word of a condition.
struct ConditionFact {
  enum class Kind { start_method, stdio, platform, implementation, lacking };
  enum class Order { any, at_least, at_most, above, below, equal };
  Kind kind = Kind::implementation;
  StartMethod start_method = StartMethod::fork;
  StdioMode stdio = StdioMode::pipe;
  std::string
      name;  ///< of the platform, the implementation ("python": all twins), or the facility that is lacking
  Order order = Order::any;  ///< of the implementation's version
  Version version;
  int version_parts = 0;  ///< how many numbers were written: only these are compared, so 3.11.2 is <=3.11
};

/// What stands in the brackets of a golden's section: `pipe`, `forkserver, windows`, `fork|spawn`,
/// `cpython>=3.9,<3.13`. Comma is and, `|` is or; a term that starts with an operator goes on with the
/// implementation of the term before it.
///
/// Words: fork spawn forkserver; pipe tty file; the platforms (linux musl darwin freebsd openbsd netbsd
/// dragonfly illumos android cygwin windows); reference; of the twins cpython and pypy (with a
/// multiprocessing of their own), `python:MODULE` (MODULE in its place), and python for all of them, its
/// version that of the language; `implementation=NAME` for a folder; `no FACILITY`, where one of the
/// known_facilities was found not to work. A platform of several words, as "linux-musl", is each of them.
class Condition {
 public:
  Condition() = default;  ///< always holds

  /// @throws CannotJudge telling what is wrong and what is allowed; the caller adds where.
  static Condition parse(std::string_view text);

  bool holds(const Conditions& conditions) const;
  bool always() const { return terms_.empty(); }

  /// All of the terms must hold; of each term, any fact.
  const std::vector<std::vector<ConditionFact>>& terms() const { return terms_; }

 private:
  std::vector<std::vector<ConditionFact>> terms_;
};

/// Whether there are conditions under which `condition` holds and none of `earlier` does.
bool reachable(const Condition& condition, std::span<const Condition* const> earlier);

}  // namespace harness
