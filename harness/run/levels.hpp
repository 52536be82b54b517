#pragma once

#include <optional>
#include <string>

#include "model/level.hpp"
#include "wire/orders.hpp"

namespace harness {

struct ChosenLevel {
  Level level = Level::root;
  std::string reason;  ///< why not a better one; empty: there is none better
};

/// Whether a host can lack it.
bool needs_probing(Level level);

/// Which level of observation to use, from what a shim found out about the host.
class LevelChoice {
 public:
  LevelChoice() = default;
  /// @throws CannotJudge where the wanted level is not to be had here.
  LevelChoice(const wire::Greeting& host, std::optional<Level> wanted);

  /// For programs in general.
  const ChosenLevel& usual() const { return usual_; }

  /// Whether for_program() heeds what it is told of the program.
  bool depends_on_program() const;

  /// For one program. @param cannot_be_traced  It behaves otherwise under ptrace.
  ChosenLevel for_program(bool cannot_be_traced) const;

 private:
  ChosenLevel usual_;
  bool asked_for_ = false;
  bool passive_works_ = false;
};

}  // namespace harness
