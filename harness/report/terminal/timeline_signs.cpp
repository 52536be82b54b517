#include "report/terminal/timeline_signs.hpp"

namespace harness {

Sign sign_of(Phase phase, const Style& style) {
  const bool rich = style.unicode;
  switch (phase) {
    case Phase::alive:
      return {rich ? "━" : "=", Colour::green, "alive"};
    case Phase::orphaned:
      return {rich ? "╍" : "~", Colour::yellow, "alive, orphaned"};
    case Phase::stopped:
      return {rich ? "┈" : ".", Colour::cyan, "stopped"};
    case Phase::zombie:
      return {rich ? "░" : "z", Colour::red, "zombie: dead, not waited for"};
  }
  return {"?", Colour::plain, ""};
}

Sign sign_of(MarkKind kind, const Style& style) {
  const bool rich = style.unicode;
  switch (kind) {
    case MarkKind::exec:
      return {rich ? "◆" : ">", Colour::cyan, "exec"};
    case MarkKind::exited:
      return {rich ? "┫" : "]", Colour::green, "exit 0"};
    case MarkKind::failed:
      return {rich ? "┫" : "]", Colour::red, "exit, not 0"};
    case MarkKind::signalled:
      return {rich ? "✗" : "x", Colour::red, "ended by a signal"};
    case MarkKind::ended:
      return {rich ? "┫" : "]", Colour::yellow, "ended, not known how"};
    case MarkKind::reaped:
      return {rich ? "✓" : "r", Colour::green, "reaped"};
    case MarkKind::out:
      return {rich ? "•" : "o", Colour::bold, "wrote to stdout"};
    case MarkKind::err:
      return {rich ? "◦" : "e", Colour::bold, "wrote to stderr"};
    case MarkKind::stopped:
      return {rich ? "‖" : "s", Colour::cyan, "stops"};
    case MarkKind::continued:
      return {rich ? "▸" : "c", Colour::cyan, "goes on"};
    case MarkKind::killed:
      return {rich ? "☓" : "K", Colour::red, "killed by the harness"};
  }
  return {"?", Colour::plain, ""};
}

}  // namespace harness
