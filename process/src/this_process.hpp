#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <exeunt/auth_key.hpp>
#include <exeunt/parent_process.hpp>
#include <exeunt/process_object.hpp>
#include <exeunt/start_method.hpp>

#include "child.hpp"
#include "descriptor.hpp"
#include "forkable_mutex.hpp"
#include "known_fd.hpp"
#include "parent_watch.hpp"

namespace exeunt::detail {

class PipeEnds;
struct GateWord;

using ExitHandler = std::function<void()>;
struct ProcessState;

/// What a forked child has of its creator and never uses. It stays: to drop it would copy the memory in which
/// it lies, and run destructors of the program that may wait for what no thread here will ever do.
struct Inherited {
  std::vector<std::shared_ptr<ProcessState>> children;
  std::vector<ExitHandler> exit_handlers;
};

/// What the creator knows of a process of its own, without asking: its exitcode, or one of these.
using LastKnown = std::int64_t;
static_assert(std::atomic<LastKnown>::is_always_lock_free && sizeof(exitcode_type) <= sizeof(LastKnown));
constexpr LastKnown known_as_unstarted = std::numeric_limits<LastKnown>::max();
constexpr LastKnown known_as_running = known_as_unstarted - 1;

/// What a Process object stands for. It outlives the object while its process runs.
struct ProcessState {
  explicit ProcessState(AuthKey key) : authkey(std::move(key)) {}

  std::vector<unsigned> identity;  ///< of the creator, and then the number among its constructed objects
  std::string name;                ///< empty until the default one is asked for
  bool daemon = false;
  AuthKey authkey;
  pid_type parent_pid = 0;  ///< the creator; 0 for the main program's own
  std::string parent_name;
  std::unique_ptr<Task> task = nullptr;
  bool starting = false;
  bool started = false;  ///< successfully; here, and not in the child
  bool closed = false;
  /// Whoever waits for the process holds on to it as well: the object may be closed meanwhile.
  std::shared_ptr<Child> child = nullptr;
  /// For handlers of signals that come while their thread has the lock.
  std::atomic<LastKnown> last_known{known_as_unstarted};
  unsigned long turn = 0;     ///< among all that this process has started
  Inherited inherited{};      ///< in the process that it stands for, which had no memory to ask for
  Process* object = nullptr;  ///< where it lives now; nullptr once it is destroyed

  static std::unique_ptr<Process> make_object(std::shared_ptr<ProcessState> state);
  static const std::shared_ptr<ProcessState>& of(const Process& object);
};

/// What the library knows about the process that it runs in.
struct ThisProcess {
  std::shared_ptr<ProcessState> self;
  std::unique_ptr<Process> own_object;  ///< current_process() where the program has no object for it
  ParentWatch parent;                   ///< of a child
  ParentProcess parent_process{parent};
  unsigned constructed = 0;
  /// Started here, and not known to have ended, in the order of their turns. One that is about to be started
  /// has its place already, and no Child.
  std::vector<std::shared_ptr<ProcessState>> children;
  unsigned long turns = 0;
  std::vector<ExitHandler> exit_handlers;
  /// How many handlers were registered before the wait for the children, which has its turn behind the
  /// others.
  std::optional<std::size_t> handlers_before_wait;
  std::optional<StartMethod> start_method;
  bool entered_run_main = false;
  bool has_ended = false;         ///< its exit handlers have run
  const char* program = nullptr;  ///< argv[0]
  KnownFd own_handle;             ///< for children to watch; opened by the first start()
  pid_type own_handle_of = 0;     ///< a bare fork() copies it
  KnownFd null;                   ///< a child's stdin
  std::vector<GateWord*> free_gates;
  std::size_t taken_gates = 0;
  pid_type gates_of = 0;
  bool has_forkserver = false;
  std::vector<PipeEnds*> pipes;  ///< all that live here
};

/// The library's one lock: for all of the above, every ProcessState, and what is said to need it elsewhere.
/// Never held while waiting or while the program's code runs: its targets, handlers and destructors. Whatever
/// thread calls fork(), the library has it held meanwhile, so that the child finds everything whole.
Lock lock_library();

/// The lock itself, and what is known without it.
struct Commons {
  ForkableMutex mutex;
  std::atomic<pid_type> pid{0};  ///< 0 where it has to be asked for
};
Commons& commons() noexcept;

/// The main program's, unless begin_child() has said otherwise. Needs the lock.
ThisProcess& this_process();
/// The same before it is known which one it is. Needs the lock.
ThisProcess& process_record();

/// getpid(), asked for once: a system call is dear to those who count microseconds. Needs no lock.
pid_type own_pid() noexcept;
/// In a child that no fork() has made.
void forget_own_pid() noexcept;

/// @param count  at most 256.
/// @throws  std::system_error
std::string random_bytes(std::size_t count);

/// Puts the wait for the children in its place among the handlers of at_exit(), once. Needs the lock.
void register_exit_wait(ThisProcess& process);
void register_exit_wait();

/// Has what a child needs and what a wait for it will need: own_handle, null, what interrupts raise. Needs
/// the lock. @throws std::system_error
void prepare_to_start(ThisProcess& process);

/// A place among the children, taken before there is one, so that nothing fails once it exists. Takes the
/// lock.
class ChildPlace {
 public:
  explicit ChildPlace(std::shared_ptr<ProcessState> state);
  ~ChildPlace();  ///< gives it back where nobody has come
  ChildPlace(const ChildPlace&) = delete;
  ChildPlace& operator=(const ChildPlace&) = delete;

  /// It has started.
  void fill(Child child) noexcept;

 private:
  std::shared_ptr<ProcessState> state_;
  std::shared_ptr<Child> child_;
};

/// Reaps the children that have ended and forgets them. Needs the lock.
void reap_children(ThisProcess& process);
/// The same but for those that somebody else has reaped: no zombie is left, and many live ones cost little.
void reap_zombies(ThisProcess& process);

/// The exitcode of its child, once that has ended. Needs the lock, and a child.
std::optional<exitcode_type> poll(ProcessState& state);

/// "Process-1:2", as long as there is no other name. Needs the lock.
const std::string& name_of(ProcessState& state);

/// What a child finds when it begins: nothing of its creator's but `self`. Needs the lock.
void begin_child(ThisProcess& process, std::shared_ptr<ProcessState> self, StartMethod method,
                 KnownFd parent_ended);

}  // namespace exeunt::detail
