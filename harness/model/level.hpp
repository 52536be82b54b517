#pragma once

namespace harness {

/// How much of a program's processes an observation can see.
enum class Level {
  trace,    ///< everything: ptrace and pidfds
  passive,  ///< everything but stops: seccomp notification and pidfds
  adopt,    ///< the program and the orphans it left
  root,     ///< the program's own exit status
};

}  // namespace harness
