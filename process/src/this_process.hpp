#pragma once

#include <atomic>
#include <forward_list>
#include <functional>
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
#include "parent_watch.hpp"

namespace exeunt::detail {

class PipeEnds;

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
  std::unique_ptr<Child> child = nullptr;
  Process* object = nullptr;  ///< where it lives now; nullptr once it is destroyed

  static std::unique_ptr<Process> make_object(std::shared_ptr<ProcessState> state);
  static const std::shared_ptr<ProcessState>& of(const Process& object);
};

/// A handler of at_exit(); an empty one is the place of the wait for the children.
using ExitHandler = std::function<void()>;

/// What the library knows about the process that it runs in.
struct ThisProcess {
  std::atomic<pid_type> pid{0};  ///< 0 where it has to be asked for
  std::shared_ptr<ProcessState> self;
  std::unique_ptr<Process> own_object;  ///< current_process() where the program has no object for it
  ParentWatch parent;                   ///< of a child
  ParentProcess parent_process{parent};
  unsigned constructed = 0;
  std::vector<std::shared_ptr<ProcessState>> children;  ///< started here, and not known to have ended
  /// Children of those that this process was forked by: to drop them would copy the memory in which they lie.
  std::forward_list<std::vector<std::shared_ptr<ProcessState>>> children_of_creators;
  std::vector<ExitHandler> exit_handlers;
  bool waits_at_exit = false;
  std::optional<StartMethod> start_method;
  bool entered_run_main = false;
  bool stdin_is_null = false;
  const char* program = nullptr;  ///< argv[0]
  UniqueFd own_handle;            ///< for children to watch; opened by the first start()
  pid_type own_handle_of = 0;     ///< a bare fork() copies it
  UniqueFd spare;  ///< on the null device, a child's stdin; given up when a child that exists finds no other
                   ///< descriptor
  bool has_forkserver = false;
  std::vector<PipeEnds*> pipes;  ///< all that live here
};

/// The library's one lock: for all of the above, every ProcessState, and what is said to need it elsewhere.
/// Never held while waiting or while the program's code runs; held across fork(), so that the child finds
/// everything whole.
Lock lock_library();

/// The main program's, unless begin_child() has said otherwise. Needs the lock.
ThisProcess& this_process();
/// The same before it is known which one it is. Needs the lock.
ThisProcess& process_record();

/// getpid(), asked for once: a system call is dear to those who count microseconds. Needs no lock.
pid_type own_pid() noexcept;
/// The same, asked for anew.
pid_type ask_own_pid() noexcept;

/// @param count  at most 256.
/// @throws  std::system_error
std::string random_bytes(std::size_t count);

/// Puts the wait for the children in its place among the handlers of at_exit(), once. Needs the lock.
void register_exit_wait(ThisProcess& process);
void register_exit_wait();

/// Fills own_handle and spare, and makes room for one more child. Needs the lock. @throws std::system_error
void prepare_to_start(ThisProcess& process);

/// It has started. Needs the lock, and prepare_to_start().
void adopt_child(ThisProcess& process, const std::shared_ptr<ProcessState>& state,
                 std::unique_ptr<Child> child);

/// Reaps the children that have ended and forgets them. Needs the lock.
void reap_children(ThisProcess& process);
/// The same but for those that somebody else has reaped: no zombie is left, and many live ones cost little.
void reap_zombies(ThisProcess& process);

/// "Process-1:2", as long as there is no other name. Needs the lock.
const std::string& name_of(ProcessState& state);

/// What a child finds when it begins: nothing of its creator's but `self`. Needs the lock.
void begin_child(ThisProcess& process, std::shared_ptr<ProcessState> self, StartMethod method,
                 UniqueFd parent_ended);

}  // namespace exeunt::detail
