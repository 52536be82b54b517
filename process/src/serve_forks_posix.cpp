#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <optional>

#include "child_posix.hpp"
#include "coverage.hpp"
#include "ending.hpp"
#include "fork_sibling.hpp"
#include "forkserver_protocol.hpp"
#include "gate.hpp"
#include "launch.hpp"
#include "prelude.hpp"
#include "roles.hpp"
#include "start.hpp"

namespace exeunt::detail {

namespace {

bool is_refusal(int error) {
  return error == ENOSYS || error == EPERM || error == EINVAL;
}

/// A child whose status is relayed.
struct Relayed {
  pid_type pid = 0;
  ProcessHandle process;
  UniqueFd status;
};

struct Request {
  RequestHead head{};
  std::string_view data{};
};

bool files_are_open(const std::vector<UniqueFd>& files) {
  return std::all_of(files.begin(), files.end(), [](const UniqueFd& file) { return bool(file); });
}

class ForkServer {
 public:
  ForkServer(char* role, const char* argument) : role_(role), packet_(longest_packet) {
    int socket = -1;
    int owner = -1;
    unsigned long mask = 0;
    int relays = 0;
    int memory = -1;
    if (std::sscanf(argument, "%d:%d:%lu:%d:%d", &socket, &owner, &mask, &relays, &memory) == 5) {
      const UniqueFd file(memory);
      gate_ = map_gate(memory);
    }
    if (gate_ == nullptr) {
      write_to_stderr("exeunt: " + std::string(forkserver_role) + " is for the library's own use\n");
      ::_exit(1);
    }
    socket_ = UniqueFd(socket);
    owner_ = UniqueFd(owner);
    relays_ = relays != 0;
    mask_ = mask_of_number(mask);
  }

  [[noreturn]] void serve(const char* argument) {
    set_close_on_exec(socket_.get());
    set_close_on_exec(owner_.get());
    const native_handle kept[] = {socket_.get(), owner_.get()};
    if (must_close_others(argument)) close_others(kept);
    hold_interrupts();
    for (;;) {
      wait();
      answer();
    }
  }

 private:
  /// Ctrl-C is for the children; one that comes while a child is being made waits there.
  void hold_interrupts() {
    sigset_t mask = mask_;
    sigaddset(&mask, SIGINT);
    ::pthread_sigmask(SIG_SETMASK, &mask, nullptr);
  }

  /// Until there is a request. Ends with the owner.
  void wait() {
    std::vector<pollfd> polled;
    do {
      polled = {{socket_.get(), POLLIN, 0}, {owner_.get(), POLLIN, 0}};
      for (const Relayed& child : relayed_)
        polled.push_back({child.process.get(), POLLIN, 0});
      if (::poll(polled.data(), static_cast<nfds_t>(polled.size()), -1) < 0) {
        if (errno == EINTR) continue;
        ::_exit(1);
      }
      std::size_t at = 2;
      std::erase_if(relayed_, [&](Relayed& child) { return polled[at++].revents != 0 && relay(child); });
      if (polled[1].revents != 0) ::_exit(0);
    } while (polled[0].revents == 0);
  }

  static bool relay(const Relayed& child) {
    const Reaped end = reap(child.pid, child.process);
    if (end.status) (void)::send(child.status.get(), &*end.status, sizeof *end.status, without_signal);
    return end.ended;
  }

  void answer() {
    std::vector<UniqueFd> files;
    const ssize_t size = receive_with_files(socket_.get(), packet_, files, 0);
    if (size <= 0) ::_exit(0);
    handed_over_.reset();
    Request request;
    if (static_cast<std::size_t>(size) < sizeof request.head) ::_exit(1);
    std::memcpy(&request.head, packet_.data(), sizeof request.head);
    request.data = {packet_.data() + sizeof request.head,
                    static_cast<std::size_t>(size) - sizeof request.head};
    Reply reply;
    if (files.size() == request.head.files && files_are_open(files)) {
      make_child(reply, request, files);
    } else {
      reply.fork = {-1, EMFILE, relays_ ? 1 : 0};
    }
    files.clear();  // before the owner hears of it: what was given is the child's alone
    native_handle attached[2];
    std::size_t count = 0;
    if (reply.process) attached[count++] = reply.process.get();
    if (reply.status) attached[count++] = reply.status.get();
    iovec part = {&reply.fork, sizeof reply.fork};
    if (send_with_files(socket_.get(), {&part, 1}, {attached, count}, 0) < 0) ::_exit(0);
    if (reply.relayed.process) relayed_.push_back(std::move(reply.relayed));
    handed_over_ = std::move(reply.status);
  }

  struct Reply {
    ForkReply fork{};
    UniqueFd process, status;
    Relayed relayed;
  };

  void make_child(Reply& reply, const Request& request, std::vector<UniqueFd>& files) {
    gate_->made.store(0);  // so that the page is here when the kernel writes to it
    if (!relays_) {
      reply.fork.pid = fork_sibling(reply.process, gate_->made);
      if (reply.fork.pid == 0) live(request, files);
      if (reply.fork.pid > 0) return;
      reply.fork.error = errno;
      if (!is_refusal(reply.fork.error)) return;
      relays_ = true;
    }
    fork_and_relay(reply, request, files);
  }

  /// A server that was born with SIGCHLD ignored would lose the statuses that it is to relay.
  void heed_ends_of_children() {
    if (sigchld_) return;
    struct sigaction standard = {};
    standard.sa_handler = SIG_DFL;
    ::sigaction(SIGCHLD, &standard, &sigchld_.emplace());
  }

  void fork_and_relay(Reply& reply, const Request& request, std::vector<UniqueFd>& files) {
    heed_ends_of_children();
    Ends ends{-1, -1};
    reply.fork = {-1, 0, 1};
    if (open_sockets(SOCK_STREAM, ends) != 0) {
      reply.fork.error = errno;
      return;
    }
    reply.status = UniqueFd(ends[0]);
    reply.relayed.status = UniqueFd(ends[1]);
    reply.fork.pid = ::fork();
    if (reply.fork.pid == 0) {
      reply.status.reset();
      reply.relayed.status.reset();
      live(request, files);
    }
    if (reply.fork.pid > 0) {
      reply.relayed.pid = reply.fork.pid;
      reply.relayed.process = open_process(reply.fork.pid);
      if (process_handles_cross)
        reply.process = UniqueFd(::fcntl(reply.relayed.process.get(), F_DUPFD_CLOEXEC, 3));
    }
    if (process_handles_cross ? bool(reply.process) : bool(reply.relayed.process)) return;
    reply.fork.error = errno;
    if (reply.fork.pid > 0) destroy_child(reply.fork.pid, reply.relayed.process);
    reply.relayed = Relayed();
    reply.status.reset();
  }

  /// The child's whole life. What it was given is taken from `files`.
  [[noreturn]] void live(const Request& request, std::vector<UniqueFd>& files) noexcept {
    if (sigchld_) ::sigaction(SIGCHLD, &*sigchld_, nullptr);
    socket_.reset();
    relayed_.clear();
    std::memcpy(role_, served_role, std::strlen(served_role));
    set_process_name(program_name());
    begin_coverage();
    Process* object = nullptr;
    const native_handle creator = owner_.get();  // it becomes the child's
    const Ending beginning = run_to_its_end([&] {
      const std::string content = content_of(request, files);
      std::vector<native_handle> handles;
      for (UniqueFd& file : files)
        handles.push_back(file.release());
      Decoder in(content, std::move(handles));
      const std::string folder = in.text();
      if (::chdir(folder.c_str()) != 0) throw_errno("enter the creator's working directory");
      std::shared_ptr<ProcessState> state = read_prelude(in);
      begin_fresh_child(std::move(state), StartMethod::forkserver, std::move(owner_));
      object = &current_process();
    });
    if (relays_ && !pass_gate(*gate_, request.head.round, creator)) ::_exit(0);
    ::pthread_sigmask(SIG_SETMASK, &mask_, nullptr);
    if (object != nullptr) live_as_served_child(*object);
    write_to_stderr("exeunt: cannot begin a process of the fork server: " + beginning.error);
    ::_exit(1);
  }

  static std::string content_of(const Request& request, std::vector<UniqueFd>& files) {
    if (request.head.form == RequestForm::in_packet) return std::string(request.data);
    std::string content = content_of_file(files.front().get());
    files.erase(files.begin());
    return content;
  }

  char* role_;
  UniqueFd socket_;
  UniqueFd owner_;
  GateWord* gate_ = nullptr;
  sigset_t mask_;
  bool relays_ = false;
  std::optional<struct sigaction> sigchld_;  ///< the children's, where the server has one of its own
  std::vector<char> packet_;
  std::vector<Relayed> relayed_;
  UniqueFd handed_over_;  ///< until the owner has it and speaks again: macOS may drop a socket that is only
                          ///< on its way
};

}  // namespace

void serve_forks(char* role, const char* argument) {
  ForkServer(role, argument).serve(argument);
}

}  // namespace exeunt::detail
