#include "model/names.hpp"

namespace harness {

// Switches without default: the compiler finds the word that was forgotten.

std::string_view to_string(StartMethod method) {
  switch (method) {
    case StartMethod::fork:
      return "fork";
    case StartMethod::spawn:
      return "spawn";
    case StartMethod::forkserver:
      return "forkserver";
  }
  return {};
}

std::string_view to_string(StdioMode mode) {
  switch (mode) {
    case StdioMode::pipe:
      return "pipe";
    case StdioMode::tty:
      return "tty";
    case StdioMode::file:
      return "file";
  }
  return {};
}

std::string_view to_string(Level level) {
  switch (level) {
    case Level::trace:
      return "trace";
    case Level::passive:
      return "passive";
    case Level::job:
      return "job";
    case Level::adopt:
      return "adopt";
    case Level::root:
      return "root";
  }
  return {};
}

std::string_view to_string(Fate fate) {
  switch (fate) {
    case Fate::root:
      return "root";
    case Fate::reaped:
      return "reaped";
    case Fate::zombie:
      return "zombie";
    case Fate::orphaned:
      return "orphaned";
    case Fate::leaked:
      return "leaked";
  }
  return {};
}

std::string_view to_string(Stopped stopped) {
  switch (stopped) {
    case Stopped::by_itself:
      return "by-itself";
    case Stopped::time_limit:
      return "time-limit";
    case Stopped::output_limit:
      return "output-limit";
    case Stopped::cpu_limit:
      return "cpu-limit";
    case Stopped::process_limit:
      return "process-limit";
    case Stopped::memory_limit:
      return "memory-limit";
    case Stopped::disk_limit:
      return "disk-limit";
    case Stopped::sandbox_violation:
      return "sandbox-violation";
    case Stopped::interrupted:
      return "interrupted";
  }
  return {};
}

std::string_view to_string(Verdict verdict) {
  switch (verdict) {
    case Verdict::pass:
      return "pass";
    case Verdict::fail:
      return "fail";
    case Verdict::timeout:
      return "timeout";
    case Verdict::broken:
      return "broken";
    case Verdict::skip:
      return "skip";
    case Verdict::known_fail:
      return "known_fail";
    case Verdict::unexpected_pass:
      return "unexpected_pass";
    case Verdict::flaky:
      return "flaky";
  }
  return {};
}

std::string_view to_string(ReasonCode code) {
  switch (code) {
    case ReasonCode::wrong_output:
      return "wrong-output";
    case ReasonCode::wrong_exit:
      return "wrong-exit";
    case ReasonCode::wrong_tree:
      return "wrong-tree";
    case ReasonCode::leaked_process:
      return "leaked-process";
    case ReasonCode::timeout:
      return "timeout";
    case ReasonCode::output_limit:
      return "output-limit";
    case ReasonCode::process_limit:
      return "process-limit";
    case ReasonCode::memory_limit:
      return "memory-limit";
    case ReasonCode::disk_limit:
      return "disk-limit";
    case ReasonCode::sandbox_violation:
      return "sandbox-violation";
    case ReasonCode::build_error:
      return "build-error";
    case ReasonCode::build_timeout:
      return "build-timeout";
    case ReasonCode::missing:
      return "missing";
    case ReasonCode::cannot_start:
      return "cannot-start";
    case ReasonCode::bad_golden:
      return "bad-golden";
  }
  return {};
}

std::string_view to_string(EventKind kind) {
  switch (kind) {
    case EventKind::created:
      return "created";
    case EventKind::exec:
      return "exec";
    case EventKind::exited:
      return "exited";
    case EventKind::reaped:
      return "reaped";
    case EventKind::adopted:
      return "adopted";
    case EventKind::stopped:
      return "stopped";
    case EventKind::continued:
      return "continued";
    case EventKind::output:
      return "output";
    case EventKind::killed:
      return "killed";
  }
  return {};
}

std::string_view to_string(ReapedBy by) {
  switch (by) {
    case ReapedBy::parent:
      return "parent";
    case ReapedBy::automatically:
      return "automatically";
    case ReapedBy::adopter:
      return "adopter";
  }
  return {};
}

std::string_view to_string(DiffLine::Kind kind) {
  switch (kind) {
    case DiffLine::Kind::same:
      return "same";
    case DiffLine::Kind::expected:
      return "expected";
    case DiffLine::Kind::seen:
      return "seen";
    case DiffLine::Kind::omitted:
      return "omitted";
  }
  return {};
}

namespace {

// The enumerators are those from 0 on that have a word.
template <class Enum>
std::optional<Enum> value_of(std::string_view word) {
  for (int number = 0;; ++number) {
    const std::string_view next = to_string(static_cast<Enum>(number));
    if (next.empty()) return std::nullopt;
    if (next == word) return static_cast<Enum>(number);
  }
}

}  // namespace

template <>
std::optional<StartMethod> parse(std::string_view word) {
  return value_of<StartMethod>(word);
}
template <>
std::optional<StdioMode> parse(std::string_view word) {
  return value_of<StdioMode>(word);
}
template <>
std::optional<Level> parse(std::string_view word) {
  return value_of<Level>(word);
}
template <>
std::optional<Fate> parse(std::string_view word) {
  return value_of<Fate>(word);
}
template <>
std::optional<Stopped> parse(std::string_view word) {
  return value_of<Stopped>(word);
}
template <>
std::optional<Verdict> parse(std::string_view word) {
  return value_of<Verdict>(word);
}
template <>
std::optional<ReasonCode> parse(std::string_view word) {
  return value_of<ReasonCode>(word);
}
template <>
std::optional<EventKind> parse(std::string_view word) {
  return value_of<EventKind>(word);
}
template <>
std::optional<ReapedBy> parse(std::string_view word) {
  return value_of<ReapedBy>(word);
}
template <>
std::optional<DiffLine::Kind> parse(std::string_view word) {
  return value_of<DiffLine::Kind>(word);
}

}  // namespace harness
