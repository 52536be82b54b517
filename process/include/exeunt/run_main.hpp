#pragma once

#include <span>

namespace exeunt {

/// What main() calls: runs the program and ends it as CPython ends one. Children of spawn and forkserver
/// start in here too, so main() does nothing before it that a child should not do.
///
///     int main(int argc, char** argv) { return exeunt::run_main(argc, argv, program); }
///
/// The end: stderr and stdout are flushed; an uncaught exception is reported on stderr as `TYPE: what()`, or
/// as `TYPE` where what() is empty or null, the text of exit("text") as itself; handlers of at_exit() run,
/// among them the one that terminates daemons and waits for every child; the streams are flushed again.
///
/// std::exit(), on whatever thread, is the same end as far as C++ allows, in the main program and in its
/// children: stderr and stdout are flushed, handlers of at_exit() run, daemons are terminated and the others
/// waited for, before anything is destroyed that was constructed before the last at_exit() or after main()
/// began. But the stack is not unwound, and a last flush that fails is reported and leaves the status alone.
/// Under fork a child also destroys its copy of the creator's static objects, and runs what that has given to
/// std::atexit(), as every forked process does. std::quick_exit() and std::_Exit() end at once, as os_exit().
///
/// SIGINT, where it had its default action, is turned into KeyboardInterrupt: out of the library's blocking
/// call on the main thread, or the next one, or at the end of the program. A second one before the first was
/// thrown kills. Uncaught in the main program it ends by SIGINT itself once the children have been waited
/// for; in a child it is a report and status 1.
///
/// SIGPIPE, where it had its default action, is ignored, as CPython does, so that writing to a closed stdout
/// is an error and not a silent death; whatever the program execs inherits that. stderr is made
/// line-buffered. A closed descriptor of 0 to 2 is opened on /dev/null.
///
/// @return  the status for main() to return: 0; what exit() was given; 1 after an uncaught exception; 120
/// when the last flush
///          failed. Statuses of children do not count. Where SIGINT ends the program it does not return.
/// @see     docs/semantics.md, parts A and B
int run_main(int argc, char** argv, void (*program)());

/// The same for a program that takes arguments: all of argv, argv[0] included.
int run_main(int argc, char** argv, void (*program)(std::span<char* const> arguments));

}  // namespace exeunt
