#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <filesystem>
#include <optional>
#include <utility>

#include <exeunt/error.hpp>

#include "child_posix.hpp"
#include "forkserver.hpp"
#include "forkserver_protocol.hpp"
#include "gate.hpp"
#include "immortal.hpp"
#include "launch.hpp"
#include "prelude.hpp"
#include "roles.hpp"
#include "start.hpp"

namespace exeunt::detail {

namespace {

using std::chrono::milliseconds;

constexpr int until_server_ends_ms = 250;
constexpr int until_killed_ms = 5000;
constexpr milliseconds between_looks_at_server{100};  // at whether the server still lives
constexpr int looks_at_most = 100;                    // ten seconds: then it is stopped, or hangs
constexpr int servers_at_most = 4;                    // for one request
constexpr std::size_t most_files_of_reply = 2;        // a handle of the child, and what its status comes by

std::atomic<bool> always_relay{false};

struct Server {
  KnownFd socket;
  pid_type pid = 0;
  ProcessHandle handle;
  pid_type owner = 0;
  GateWord* gate = nullptr;  ///< shared with it and its children
  GateRound round = 0;       ///< of the last request
  bool may_relay = true;     ///< until its first reply says otherwise

  bool has_ended(int within_ms) const noexcept {
    pollfd ended = {handle.get(), POLLIN, 0};
    int ready = 0;
    while ((ready = ::poll(&ended, 1, within_ms)) < 0 && errno == EINTR) {
    }
    return ready > 0;
  }
  /// It has ended or is about to; one that has been stopped is left to whoever adopts it.
  void reap() noexcept {
    socket.reset();
    if (handle && !handle.is_intact() && is_own_child(pid)) handle = open_process(pid);
    if (handle && handle.is_intact()) {
      (void)has_ended(until_server_ends_ms);
      (void)detail::reap(pid, handle);
    }
    handle.reset();
    unmap_gate(std::exchange(gate, nullptr));
  }
  /// So that it forks no more: what it has made until now is all.
  void end() noexcept {
    if (handle && !has_ended(until_server_ends_ms)) {
      kill_process(pid, handle);
      (void)has_ended(until_killed_ms);
    }
  }
};

constinit ForkableMutex server_mutex;

constinit Immortal<Server> only_server;
Server& server() {
  return only_server.value;
}

/// What a server takes from its owner.
struct Ancestry {
  native_handle owner;
  native_handle null;
};

Server start_server(Ancestry from) {
  auto [ours, theirs] = make_packet_pair("make a socket for the fork server");
  const timeval patience = {0, std::chrono::microseconds(between_looks_at_server).count()};
  if (::setsockopt(ours.get(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience) != 0)
    throw_errno("make a socket for the fork server");
  const UniqueFd memory =
      file_in_memory(std::string(sizeof(GateWord), '\0'), "share memory with the fork server");
  const SignalsHeld held;
  const native_handle inherited[] = {theirs.get(), from.owner, memory.get()};
  const std::string argument = std::to_string(theirs.get()) + ":" + std::to_string(from.owner) + ":" +
                               std::to_string(number_of_mask(held.before())) + ":" +
                               (always_relay ? "1" : "0") + ":" + std::to_string(memory.get());
  GateWord* gate = map_gate(memory.get());
  if (gate == nullptr) throw_errno("share memory with the fork server");
  try {
    Launched launched = launch_self(program_name(), forkserver_role, argument, inherited, from.null);
    return {KnownFd(std::move(ours)), launched.pid, std::move(launched.handle), own_pid(), gate, 0, true};
  } catch (...) {
    unmap_gate(gate);
    throw;
  }
}

void ensure_running(Ancestry from) {
  Server& known = server();
  if (known.socket && known.owner == own_pid()) {
    if (known.socket.is_intact() && known.handle.is_intact()) return;
    known.reap();  // the program has closed what leads to it
  }
  known = start_server(from);
}

/// @return  false when there is nobody at the other end.
bool send_request(const Encoder& out) {
  RequestHead head{RequestForm::in_packet, server().round, static_cast<std::uint32_t>(out.handles().size())};
  std::string_view data = out.data();
  std::vector<native_handle> files = out.handles();
  UniqueFd file;
  if (data.size() + sizeof head > longest_packet) {
    file = file_in_memory(data, "make room for the arguments");
    files.insert(files.begin(), file.get());
    ++head.files;
    head.form = RequestForm::in_file;
    data = {};
  }
  iovec parts[] = {{&head, sizeof head}, {const_cast<char*>(data.data()), data.size()}};
  if (send_with_files(server().socket.get(), parts, files, 0) >= 0) return true;
  if (errno != EPIPE && errno != ECONNRESET && errno != ENOTCONN) throw_errno("ask the fork server");
  return false;
}

/// Room for the descriptors of a reply: a child that begins at once, or whose status comes by a socket, could
/// not do without.
struct Room {
  UniqueFd handle;           ///< kept until the child has one
  UniqueFd relayed, status;  ///< given up for the reply
};

Room make_room(native_handle some) {
  const auto reserve = [some] {
    UniqueFd place(::fcntl(some, F_DUPFD_CLOEXEC, 3));
    if (!place) throw_errno("reserve a descriptor");
    return place;
  };
  Room room;
  room.handle = reserve();
  if (server().socket && !server().may_relay) return room;
  room.relayed = reserve();
  room.status = reserve();
  return room;
}

/// It needs no memory later: between the request and the child nothing of this side's may fail.
struct Answer {
  Answer() { files.reserve(most_files_of_reply); }
  ForkReply reply{};
  std::vector<UniqueFd> files{};
};

enum class Heard { answer, end, nothing };

/// What the server says, or that it has ended. A copy of its socket may outlive it elsewhere, so its handle
/// counts too.
Heard hear(Answer& answer) {
  const std::span<char> buffer(reinterpret_cast<char*>(&answer.reply), sizeof answer.reply);
  for (int look = 0; look < looks_at_most; ++look) {
    const bool had_ended = look > 0 && server().has_ended(0);  // then nothing comes behind what is there
    const ssize_t size = receive_with_files(server().socket.get(), buffer, answer.files, 0);
    if (size == sizeof answer.reply) return Heard::answer;
    if (size >= 0 || (errno != EAGAIN && errno != EWOULDBLOCK) || had_ended) return Heard::end;
  }
  return Heard::nothing;
}

/// A child that has begun, of which nothing but its pid has come.
Child child_by_pid(pid_type pid, Room& room) {
  room.handle.reset();
  ProcessHandle handle = open_process(pid);
  if (handle) return Child(pid, std::move(handle));
  const int error = errno;
  destroy_child(pid, handle);
  throw_errno(error, "open a handle of the child");
}

/// The child that a server has made which died before it could say so.
std::optional<Child> orphan(Room& room) {
  const pid_type pid = server().gate->made;
  if (pid == 0) return std::nullopt;
  return child_by_pid(pid, room);
}

/// The child of an answer; one that is relayed and cannot be kept never begins.
Child child_of(Answer answer, Room& room) {
  auto& [reply, files] = answer;
  server().may_relay = reply.relayed != 0;
  if (reply.error != 0) throw_errno(reply.error, "fork in the fork server");
  const std::size_t needed = reply.relayed == 0 ? 1 : process_handles_cross ? 2 : 1;
  const bool complete =
      files.size() == needed &&
      std::all_of(files.begin(), files.end(), [](const UniqueFd& file) { return bool(file); });
  if (reply.relayed == 0) {
    return complete ? Child(reply.pid, ProcessHandle(std::move(files.front())))
                    : child_by_pid(reply.pid, room);
  }
  if (!complete) {
    refuse_at_gate(*server().gate, server().round);
    throw_errno(EMFILE, "receive a handle of the child");
  }
  ProcessHandle process;
  if (process_handles_cross) process = ProcessHandle(std::move(files.front()));
  return Child(reply.pid, std::move(process), std::move(files.back()));
}

[[noreturn]] void give_up_server(pid_type pid) {
  refuse_at_gate(*server().gate, server().round);
  server().reap();
  const std::string step = "hear from the fork server, process " + std::to_string(pid) +
                           ": it was stopped or hung for 10 s and has been ended";
  throw_errno(ETIMEDOUT, step.c_str());
}

/// @return  nullopt when the server died without having made a child.
std::optional<Child> ask(const Encoder& out, native_handle some) {
  server().round = shut_gate(*server().gate);
  Room room = make_room(some);
  Answer answer;
  Heard heard = Heard::end;
  if (send_request(out)) {
    room.relayed.reset();
    room.status.reset();
    heard = hear(answer);
  }
  if (heard == Heard::answer) return child_of(std::move(answer), room);
  server().end();
  std::optional<Child> child = orphan(room);
  if (!child && heard == Heard::nothing) give_up_server(server().pid);
  return child;
}

/// Gives `place` its child; one that is relayed then begins. A server that has died is replaced.
void request(const Encoder& out, Ancestry from, ChildPlace& place) {
  for (int attempt = 0; attempt < servers_at_most; ++attempt) {
    ensure_running(from);
    if (std::optional<Child> child = ask(out, from.owner)) {
      place.fill(std::move(*child));
      open_gate(*server().gate, server().round);
      return;
    }
    refuse_at_gate(*server().gate, server().round);
    server().reap();
  }
  throw_errno(EPIPE, "ask the fork server");
}

[[gnu::hot]] bool has_forkserver() {
  const auto lock = lock_library();
  return this_process().has_forkserver;
}

}  // namespace

Lock lock_forkserver() {
  return Lock(server_mutex);
}

void start_by_forkserver(const std::shared_ptr<ProcessState>& state) {
  Encoder out;
  out.text(std::filesystem::current_path().native());  // the server stays where it was started
  write_prelude(out, *state);
  if (out.handles().size() > most_files_in_request) {
    throw ValueError("too many events and pipes for one process of the fork server: their " +
                     std::to_string(out.handles().size()) + " descriptors are more than " +
                     std::to_string(most_files_in_request));
  }
  ChildPlace place(state);
  const auto server_lock = lock_forkserver();
  auto library = lock_library();
  prepare_to_start(this_process());
  const Ancestry ancestry{this_process().own_handle.get(), this_process().null.get()};
  this_process().has_forkserver = true;
  library.unlock();
  request(out, ancestry, place);
}

[[gnu::hot]] void dismiss_forkserver() noexcept {
  if (!has_forkserver()) return;
  const auto lock = lock_forkserver();
  if (!server().socket || server().owner != own_pid()) return;
  server().reap();
}

[[gnu::hot]] void forget_forkserver() noexcept {
  server_mutex.renew();
  if (server().gate == nullptr) return;
  server().socket.reset();
  server().handle.reset();
  server().gate = nullptr;  // still mapped here
}

void relay_statuses(bool always) noexcept {
  always_relay = always;
}

}  // namespace exeunt::detail
