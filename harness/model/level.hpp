#pragma once

namespace harness {

/// How much of a program's processes an observation can see.
enum class Level {
  trace,    ///< everything: ptrace and pidfds
  passive,  ///< everything but stops: seccomp notification and pidfds
  job,      ///< every process, but not who waited for it: handed over by what executes the program
  adopt,    ///< the program and the orphans it left
  root,     ///< the program's own exit status
};

/// Whether it sees every process, who made it and how it ended.
constexpr bool sees_every_process(Level level) {
  return level == Level::trace || level == Level::passive || level == Level::job;
}

/// Whether it sees who waited for a process, too: then it sees all that a golden tells.
constexpr bool sees_waits(Level level) {
  return level == Level::trace || level == Level::passive;
}

}  // namespace harness
