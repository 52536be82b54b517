#include "run/levels.hpp"

#include "support/errors.hpp"

namespace harness {
namespace {

void refuse_if(bool wanted, const std::string& refused, const std::string& level) {
  if (wanted && !refused.empty()) throw CannotJudge("level " + level + " is not to be had here: " + refused);
}

}  // namespace

bool needs_probing(Level level) {
  return level == Level::trace || level == Level::passive;
}

LevelChoice::LevelChoice(const wire::Greeting& host, std::optional<Level> wanted)
    : asked_for_(wanted.has_value()), passive_works_(host.passive_refused.empty()) {
  refuse_if(wanted == Level::trace, host.trace_refused, "trace");
  refuse_if(wanted == Level::passive, host.passive_refused, "passive");
  if (wanted) {
    usual_ = {*wanted, "asked for"};
  } else if (host.trace_refused.empty()) {
    usual_ = {Level::trace, {}};
  } else {
    usual_ = {passive_works_ ? Level::passive : Level::adopt, host.trace_refused};
  }
}

bool LevelChoice::depends_on_program() const {
  return !asked_for_ && usual_.level == Level::trace;
}

ChosenLevel LevelChoice::for_program(bool cannot_be_traced) const {
  if (!cannot_be_traced || !depends_on_program()) return usual_;
  return {passive_works_ ? Level::passive : Level::adopt,
          "the program has a leak checker, or traces processes itself"};
}

}  // namespace harness
