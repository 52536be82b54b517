// The shim: how this works.
//
// harness --(stream socket)--> shim --(fork, exec)--> the program, and whatever that starts
//
// The shim is process 1 of a pid namespace where the host allows, else a child subreaper: every orphan
// becomes its child. It is the leader of a session of its own, and takes a run's terminal as the session's;
// the program is in a process group below it, so that its end hangs nobody up. It is single-threaded: it
// reads an order, carries it out, answers, and reads the next; in a sandbox it ends after the first, and with
// it everything that a stranger's program could have left. When the socket ends, however the harness
// ended, the run is killed.
#include "watch/shim/service.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <csignal>
#include <deque>
#include <exception>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "support/errors.hpp"
#include "support/unique_fd.hpp"
#include "watch/children.hpp"
#include "watch/observer.hpp"
#include "watch/program.hpp"
#include "watch/shim/run.hpp"
#include "wire/archive.hpp"
#include "wire/message.hpp"

namespace harness::watch {
namespace {

// Dispositions of the harness's own caller (nohup ignores SIGHUP) must not reach the program.
void reset_dispositions() {
  for (int signal = 1; signal < NSIG; ++signal) {
    if (signal != SIGKILL && signal != SIGSTOP) (void)::signal(signal, SIG_DFL);
  }
}

// The shim itself takes no signals but SIGCHLD, which it reads. @return the mask that was.
sigset_t block_signals() {
  sigset_t all;
  sigset_t before;
  ::sigfillset(&all);
  ::sigprocmask(SIG_SETMASK, &all, &before);
  return before;
}

UniqueFd read_child_signals() {
  sigset_t child;
  ::sigemptyset(&child);
  ::sigaddset(&child, SIGCHLD);
  UniqueFd signals(::signalfd(-1, &child, SFD_CLOEXEC | SFD_NONBLOCK));
  if (!signals) throw_errno("signalfd");
  return signals;
}

void forbid_core_files() {
  const rlimit none{0, 0};
  (void)::setrlimit(RLIMIT_CORE, &none);
}

// A program of the same user could otherwise reach this process's descriptors through /proc, and answer the
// harness in its place.
void become_opaque() {
  if (::prctl(PR_SET_DUMPABLE, 0) != 0) throw_errno("PR_SET_DUMPABLE");
  if (::syscall(SYS_close_range, STDERR_FILENO + 2, ~0U, 0) != 0) throw_errno("close_range");
}

class Service {
 public:
  explicit Service(const ServiceOptions& options)
      : options_(options), control_(options.control), workspace_(options.base, options.private_base) {}

  int run() {
    settle();
    greet();
    while (true) {
      take_messages(-1);
      if (harness_gone_) break;
      if (orders_.empty()) continue;
      const wire::RunOrder order = std::move(orders_.front());
      orders_.pop_front();
      stop_asked_ = false;
      if (!answer(order) || options_.sandboxed) break;
    }
    if (!options_.in_place && !options_.sandboxed) workspace_.remove();
    return 0;
  }

 private:
  void settle() {
    if (options_.sandboxed) become_opaque();
    // What runs here must not talk to the harness.
    if (::fcntl(control_.get(), F_SETFD, FD_CLOEXEC) != 0) throw_errno("the control socket");
    if (::prctl(PR_SET_CHILD_SUBREAPER, 1) != 0) throw_errno("PR_SET_CHILD_SUBREAPER");
    const sigset_t before = block_signals();
    child_signals_ = read_child_signals();
    if (options_.in_place) {
      set_program_signal_mask(before);
    } else {
      if (::setsid() < 0) throw_errno("setsid");
      ::umask(022);
      reset_dispositions();
      forbid_core_files();
    }
    raise_own_descriptor_limit();
  }

  void greet() {
    wire::Greeting greeting{options_.first_process, options_.private_base, {}, {}};
    if (options_.probe) {
      greeting.trace_refused = why_no_trace();
      greeting.passive_refused = why_no_passive();
    }
    harness_gone_ = !wire::send_message(control_.get(), wire::encode(greeting));
  }

  // Waits at most `timeout_ms` (-1: for ever) for the harness to say something.
  void take_messages(int timeout_ms) {
    if (!orders_.empty()) timeout_ms = 0;
    pollfd readable{control_.get(), POLLIN, 0};
    if (::poll(&readable, 1, timeout_ms) <= 0) return;
    const bool there = messages_.read_from(control_.get(), [this](std::string_view message) {
      switch (wire::kind_of(message)) {
        case wire::MessageKind::stop:
          stop_asked_ = true;
          break;
        case wire::MessageKind::signal:
          signals_.push_back(wire::decode_signal(message));
          break;
        case wire::MessageKind::run:
          orders_.push_back(wire::decode_order(message));
          break;
        case wire::MessageKind::greeting:
        case wire::MessageKind::report:
        case wire::MessageKind::survivors:
          throw wire::BadMessage();
      }
    });
    if (!there) harness_gone_ = true;
  }

  bool answer(const wire::RunOrder& order) {
    bool heard = false;
    const auto send = [&](const wire::RunReport& report) {
      heard = !harness_gone_ && wire::send_message(control_.get(), wire::encode(report));
    };
    let_programs_go_first(order.level == Level::adopt || order.level == Level::root);
    try {
      run_program(order, {workspace_, child_signals_.get(), control_.get(), options_.first_process,
                          [this] {
                            take_messages(0);
                            return stop_asked_ || harness_gone_;
                          },
                          [this] { return std::exchange(signals_, {}); },
                          [this](const std::vector<Survivor>& survivors) {
                            (void)wire::send_message(control_.get(), wire::encode(survivors));
                          },
                          send});
    } catch (const CannotJudge& error) {
      wire::RunReport report;
      report.start_failure = StartFailure{error.what(), 0};
      report.trouble = error.what();
      send(report);
    }
    return heard;
  }

  ServiceOptions options_;
  UniqueFd control_;
  UniqueFd child_signals_;
  Workspace workspace_;
  wire::MessageStream messages_;
  std::deque<wire::RunOrder> orders_;
  std::vector<wire::SignalReceived> signals_;
  bool stop_asked_ = false;
  bool harness_gone_ = false;
};

}  // namespace

int serve(const ServiceOptions& options) {
  try {
    return Service(options).run();
  } catch (const std::exception& error) {
    std::cerr << "exeunt-shim: " << error.what() << '\n';
    return 2;
  }
}

}  // namespace harness::watch
