#pragma once

#include <chrono>
#include <concepts>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <exeunt/auth_key.hpp>
#include <exeunt/platform.hpp>
#include <exeunt/task.hpp>

namespace exeunt {

namespace detail {
struct ProcessState;
}

struct ProcessOptions {
  std::string name = {};  ///< Empty: the default, CLASS-N, in a child CLASS-N:M.
  std::optional<bool> daemon =
      {};  ///< nullopt: as the creator. A daemon is terminated when its creator ends.
};

/// A process to be: constructed, started once, joined. After the manner of multiprocessing.Process, whose
/// names, states, errors and texts it keeps.
///
/// Ownership: the object may be moved at any time and destroyed at any time. Destroying it neither ends nor
/// joins the process; the creator still waits for it at its own end. A moved-from object counts as closed.
///
/// Threads: start(), join(), join_for(), is_alive(), exitcode(), pid(), sentinel(), interrupt(), terminate()
/// and kill() of one object may run at once, as may everything of different objects. Construction, move,
/// destruction, close(), run() and the setters of an object must not run beside its other members. fork()
/// copies the calling thread only.
///
/// pthread_exit() on the thread that runs a target ends the child as exit() does, where the C library unwinds
/// for it (glibc). A thread may be cancelled while it waits in join() or wait(), and in no other member. A
/// process made by _Fork(), vfork() or a raw clone(), which run no handlers of pthread_atfork(), must not use
/// the library.
///
/// A handler of a signal may call is_alive() and exitcode(), and no other member. It gets the true answer,
/// or, where the signal came while its own thread was in the library, what the library knew last: a child
/// that has ended may then still be alive. It must keep errno. Where other threads call fork() or start()
/// under fork, a handler may call neither: it may have stopped its thread in malloc(), for which fork()
/// waits.
///
/// A program may close every descriptor it finds, as daemons do, and open its own under the same numbers. The
/// library notices, and touches none of them: what it can open again it does, so that starting, joining and
/// watching the parent go on. A Pipe or an Event is lost: using it throws std::system_error EBADF. On Linux
/// one eventfd under the number of another is not noticed, nor, before 6.9, one pidfd.
///
/// Coverage for gcov and llvm-cov, where the program is compiled for it (Linux, FreeBSD; the library linked
/// statically), is written at the end of every child that comes to its end or calls exit(), and not after
/// os_exit() or a signal. GCC's counters of a child of fork begin with what its creator had counted, unless
/// the program calls __gcov_reset() somewhere: lines are right, counts may be too high.
///
/// A target and its arguments cross by value. Under fork anything does; under spawn and forkserver a function
/// or captureless lambda of the program's own executable does, with arguments of the types of crossing.hpp.
/// An object of a derived class is started by fork only.
///
/// Every member but name(), daemon(), close() and the destructor throws ValueError "process object is closed"
/// after close().
/// @see  multiprocessing.Process
class Process {
 public:
  /// No target: run() does nothing, and the status is 0. A number for the default name is taken here.
  Process();
  explicit Process(ProcessOptions options);

  /// A const char* or string_view among the arguments is kept as a std::string.
  template <class F, class... Args>
  requires std::invocable<F, Args...>
  explicit Process(F target, Args... arguments)
      : Process(ProcessOptions{}, detail::make_task<F, Args...>(std::move(target), std::move(arguments)...)) {
  }

  template <class F, class... Args>
  requires std::invocable<F, Args...> Process(ProcessOptions options, F target, Args... arguments)
      : Process(std::move(options),
                detail::make_task<F, Args...>(std::move(target), std::move(arguments)...)) {}

  Process(Process&& other) noexcept;
  Process& operator=(Process&& other) noexcept;
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  virtual ~Process();

  /// What the child does. The default calls the target with a copy of its arguments.
  /// @throws  AttributeError  when called here after start(), which has given the target away.
  virtual void run();

  /// Flushes stdout and stderr, reaps children that have ended, starts the process. It leaves nothing behind
  /// when it fails and may then be tried again.
  ///
  /// Of the standard streams it touches what has a lock, and may wait for that lock: the C streams stdout and
  /// stderr, and so std::cout, std::cerr and std::clog as they are by default. Other threads may print
  /// meanwhile; under fork what they write is this process's alone. A
  /// signal does not end the flush. After sync_with_stdio(false), or with a stream buffer of the program's
  /// own, the C++ streams have no lock: they are flushed where this thread is the only one (on Windows
  /// always), and else left alone: then flush them before, where the order matters. What they still hold
  /// stays this process's; a forked child begins without it. Streams that the program has opened itself are
  /// not touched: a forked child has a copy of what stands in their buffers, which run_main() does not write
  /// at its end.
  ///
  /// The child's stdin is empty. What this process had read ahead, from stdin or std::cin, is not the
  /// child's.
  ///
  /// @throws  AssertionError     "cannot start a process twice"; "can only start a process object created by
  /// current
  ///                             process"; "daemonic processes are not allowed to have children".
  /// @throws  TypeError          when target, an argument (by its position, from 1) or a derived class cannot
  /// cross.
  /// @throws  RuntimeError       under spawn or forkserver, when main() did not call run_main().
  /// @throws  ValueError         when EXEUNT_START_METHOD names no start method.
  /// @throws  std::system_error  when the operating system refuses; what() names the step.
  /// @see     multiprocessing.Process.start; docs/semantics.md, part B
  void start();

  /// Waits until the process has ended, and reaps it. Signals do not shorten it.
  ///
  /// @throws  AssertionError     "can only join a started process"; "can only join a child process".
  /// @throws  KeyboardInterrupt  see run_main.
  void join();

  /// The same, at most `limit`: monotonic time, resolution 1 ns; zero or negative looks once.
  ///
  /// @return  true when the process has ended and exitcode() is set; false when `limit` passed first.
  /// @see     multiprocessing.Process.join(timeout); unlike there, a grandchild does not prolong it
  ///          (docs/semantics.md, parts E and I).
  bool join_for(std::chrono::nanoseconds limit);

  /// Reaps the process when it has ended. True for current_process().
  /// @throws  AssertionError  "can only test a child process".
  bool is_alive() const;

  /// Looks for itself, so no join() is needed. What waitpid() said: the low eight bits of the status, or
  /// minus the signal's number. On Windows the whole status, as a number without a sign, or -SIGTERM after
  /// terminate() or kill(). A status that somebody else took (waitpid(-1), SIGCHLD ignored) is got from
  /// the kernel where it keeps it (Linux 6.15, kqueue), and is 255 elsewhere.
  ///
  /// @return  nullopt before the end, and in any process but the creator.
  /// @see     multiprocessing.Process.exitcode; docs/semantics.md, parts C and E
  std::optional<exitcode_type> exitcode() const;

  /// @return  nullopt before start(). Kept after the end.
  std::optional<pid_type> pid() const;

  const std::string& name() const;
  /// Seen on this side only once it is started. An empty name is the default.
  /// @see  multiprocessing.Process.name; docs/semantics.md, part D
  void set_name(std::string name);

  bool daemon() const;
  /// @throws  AssertionError  "process has already started".
  void set_daemon(bool daemon);

  /// A copy of the creator's, made at construction.
  const AuthKey& authkey() const;
  void set_authkey(AuthKey key);

  /// Becomes ready when the process ends, and stays so: for poll(), select(), epoll and wait(). Reading from
  /// it is an error. It stays the object's, and is open until close() or destruction.
  /// @throws  ValueError  "process not started".
  native_handle sentinel() const;

  /// Sends SIGINT, and does not wait. A child that leaves SIGINT alone fails with KeyboardInterrupt and
  /// status 1; one that catches it goes on and chooses its status. Nothing happens when the process has ended
  /// already.
  /// @throws  AttributeError     before start(); on Windows always, as CPython's.
  /// @throws  std::system_error  when it may not be sent.
  /// @see     multiprocessing.Process.interrupt (CPython 3.14); docs/semantics.md, part E
  void interrupt();

  /// Sends SIGTERM (on Windows: ends it at once), and does not wait. Nothing happens when the process has
  /// ended already; it is never sent to another process that has got the same pid.
  /// @throws  AttributeError     before start().
  /// @throws  std::system_error  when it may not be sent.
  void terminate();

  /// The same with SIGKILL; on Windows terminate() itself.
  void kill();

  /// Gives up what the object holds. Closing again changes nothing, nor does closing current_process() of the
  /// main program, which stays open.
  /// @throws  ValueError  while the process runs.
  void close();

 private:
  friend class detail::Task;
  friend struct detail::ProcessState;
  explicit Process(std::shared_ptr<detail::ProcessState> state);
  Process(ProcessOptions options, std::unique_ptr<detail::Task> task);
  detail::ProcessState& open_state() const;

  std::shared_ptr<detail::ProcessState> state_;
};

/// As repr() shows it: <Process name='Process-1' pid=7 parent=6 stopped exitcode=-SIGTERM daemon>.
std::string to_string(const Process& process);

/// The object of this process: in a child the one that was started, in the main program one named
/// "MainProcess".
Process& current_process();

/// The started children that have not ended, oldest first; reaps those that have. The objects are the
/// caller's own, where they are now; a child whose object is gone is not among them. Nothing in it outlives
/// its object.
/// @see  multiprocessing.active_children
std::vector<Process*> active_children();

}  // namespace exeunt
