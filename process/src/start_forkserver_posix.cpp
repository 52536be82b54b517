#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <filesystem>

#include <exeunt/error.hpp>

#include "child_posix.hpp"
#include "forkserver.hpp"
#include "forkserver_protocol.hpp"
#include "immortal.hpp"
#include "launch.hpp"
#include "prelude.hpp"
#include "roles.hpp"
#include "start.hpp"

namespace exeunt::detail {

namespace {

constexpr int until_server_ends_ms = 250;

std::atomic<bool> always_relay{false};

struct Server {
  UniqueFd socket;
  pid_type pid = 0;
  ProcessHandle handle;
  pid_type owner = 0;
  bool may_relay = true;  ///< until its first reply says otherwise

  /// It has ended or is about to; one that has been stopped is left to whoever adopts it.
  void reap() noexcept {
    socket.reset();
    pollfd ended = {handle.get(), POLLIN, 0};
    (void)::poll(&ended, 1, until_server_ends_ms);
    if (handle) (void)detail::reap(pid, handle);
    handle.reset();
  }
};

constinit ForkableMutex mutex;

constinit Immortal<Server> only;
Server& server() {
  return only.value;
}

/// What a server takes from its owner.
struct Ancestry {
  native_handle owner;
  native_handle null;
};

Server start_server(Ancestry from) {
  auto [ours, theirs] = make_packet_pair("make a socket for the fork server");
  const SignalsHeld held;
  const native_handle inherited[] = {theirs.get(), from.owner};
  const std::string argument = std::to_string(theirs.get()) + ":" + std::to_string(from.owner) + ":" +
                               std::to_string(number_of_mask(held.before())) + ":" +
                               (always_relay ? "1" : "0");
  Launched launched = launch_self(program_name(), forkserver_role, argument, inherited, from.null);
  return {std::move(ours), launched.pid, std::move(launched.handle), own_pid()};
}

void ensure_running(Ancestry from) {
  if (server().socket && server().owner == own_pid()) return;
  server() = start_server(from);
}

/// @return  false when there is nobody at the other end.
bool send_request(const Encoder& out) {
  RequestForm form = RequestForm::in_packet;
  std::string_view data = out.data();
  std::vector<native_handle> files = out.handles();
  UniqueFd file;
  if (data.size() >= longest_packet) {
    file = file_in_memory(data, "make room for the arguments");
    files.insert(files.begin(), file.get());
    form = RequestForm::in_file;
    data = {};
  }
  iovec parts[] = {{&form, sizeof form}, {const_cast<char*>(data.data()), data.size()}};
  if (send_with_files(server().socket.get(), parts, files, 0) >= 0) return true;
  if (errno != EPIPE && errno != ECONNRESET && errno != ENOTCONN) throw_errno("ask the fork server");
  return false;
}

/// Room for the descriptors of a reply: a child whose status comes by a socket could not do without.
struct Room {
  UniqueFd first, second;
};

Room make_room(native_handle some) {
  if (server().socket && !server().may_relay) return {};
  Room room{UniqueFd(::fcntl(some, F_DUPFD_CLOEXEC, 3)), UniqueFd(::fcntl(some, F_DUPFD_CLOEXEC, 3))};
  if (!room.first || !room.second) throw_errno("reserve a descriptor");
  return room;
}

struct Answer {
  ForkReply reply{};
  std::vector<UniqueFd> files{};
};

/// @return  nullopt when the server died before it took the request: it is still unread, or could not be
/// sent.
std::optional<Answer> ask(const Encoder& out, native_handle some) {
  Room room = make_room(some);
  if (!send_request(out)) return std::nullopt;
  room = Room();
  Answer answer;
  const std::span<char> buffer(reinterpret_cast<char*>(&answer.reply), sizeof answer.reply);
  const ssize_t size = receive_with_files(server().socket.get(), buffer, answer.files, 0);
  if (size == sizeof answer.reply) return answer;
  const int error = size < 0 ? errno : EPIPE;
  if (error == ECONNRESET) return std::nullopt;
  server().reap();
  throw_errno(error, "hear from the fork server");
}

/// A server that has died is replaced, once.
Answer request(const Encoder& out, Ancestry from) {
  for (int attempt = 0; attempt < 2; ++attempt) {
    ensure_running(from);
    if (std::optional<Answer> answer = ask(out, from.owner)) return std::move(*answer);
    server().reap();
  }
  throw_errno(EPIPE, "ask the fork server");
}

Child child_of(Answer answer) {
  auto& [reply, files] = answer;
  server().may_relay = reply.relayed != 0;
  if (reply.error != 0) throw_errno(reply.error, "fork in the fork server");
  if (reply.relayed != 0) {
    if (files.size() != (process_handles_cross ? 2 : 1)) throw_errno(EMFILE, "receive a handle of the child");
    ProcessHandle process;
    if (process_handles_cross) process = ProcessHandle(std::move(files.front()));
    return Child(reply.pid, std::move(process), std::move(files.back()));
  }
  ProcessHandle handle;
  if (files.empty()) {  // no descriptor was left; the child exists, and is this process's own
    handle = open_process(reply.pid);
  } else {
    handle = ProcessHandle(std::move(files.front()));
  }
  if (!handle) {
    const int error = errno;
    destroy_child(reply.pid, handle);
    throw_errno(error, "open a handle of the child");
  }
  return Child(reply.pid, std::move(handle));
}

[[gnu::hot]] bool has_forkserver() {
  const auto lock = lock_library();
  return this_process().has_forkserver;
}

}  // namespace

Lock lock_forkserver() {
  return Lock(mutex);
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
  place.fill(child_of(request(out, ancestry)));
}

[[gnu::hot]] void dismiss_forkserver() noexcept {
  if (!has_forkserver()) return;
  const auto lock = lock_forkserver();
  if (!server().socket || server().owner != own_pid()) return;
  server().reap();
}

[[gnu::hot]] void forget_forkserver() noexcept {
  mutex.renew();
  server().socket.reset();
  server().handle.reset();
}

void relay_statuses(bool always) noexcept {
  always_relay = always;
}

}  // namespace exeunt::detail
