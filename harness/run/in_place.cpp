#include "run/in_place.hpp"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <deque>

#include "model/names.hpp"
#include "run/launcher.hpp"
#include "run/levels.hpp"
#include "run/observation_of_report.hpp"
#include "run/program_traits.hpp"
#include "support/errors.hpp"
#include "support/unique_fd.hpp"
#include "wire/message.hpp"
#include "wire/orders.hpp"

namespace harness {
namespace {

constexpr std::chrono::microseconds no_limit{LLONG_MAX / 4};
constexpr std::array passed_on{SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGUSR1, SIGUSR2, SIGALRM};

volatile int signal_writer = -1;
volatile pid_t shim_pid = 0;  // it hangs up the session that the program was to lead, this process included

// What the terminal's keys send, the program gets itself; the kernel is their sender. When the terminal is
// hung up, the kernel tells the leader of its session, and nobody else.
bool reaches_the_program_itself(int signal, const siginfo_t& info) {
  return info.si_code == SI_KERNEL && !(signal == SIGHUP && ::getsid(0) == ::getpid());
}

void note_signal(int signal, siginfo_t* info, void*) {
  if (info->si_code == SI_USER && info->si_pid == shim_pid) return;
  const int saved = errno;
  const wire::SignalReceived received{signal, reaches_the_program_itself(signal, *info)};
  (void)!::write(signal_writer, &received, sizeof received);
  errno = saved;
}

// While it exists, signals to this process are to be read instead; those that were ignored stay so.
class SignalsToPassOn {
 public:
  SignalsToPassOn() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0) throw_errno("pipe2");
    reader_.reset(ends[0]);
    writer_.reset(ends[1]);
    signal_writer = writer_.get();
    for (std::size_t i = 0; i < passed_on.size(); ++i) {
      ::sigaction(passed_on.at(i), nullptr, &before_.at(i));
      if (before_.at(i).sa_handler == SIG_IGN) continue;
      struct sigaction action {};
      action.sa_sigaction = note_signal;
      action.sa_flags = SA_SIGINFO | SA_RESTART;
      ::sigaction(passed_on.at(i), &action, nullptr);
    }
  }
  ~SignalsToPassOn() {
    for (std::size_t i = 0; i < passed_on.size(); ++i)
      ::sigaction(passed_on.at(i), &before_.at(i), nullptr);
  }
  SignalsToPassOn(const SignalsToPassOn&) = delete;
  SignalsToPassOn& operator=(const SignalsToPassOn&) = delete;

  int fd() const { return reader_.get(); }
  std::optional<wire::SignalReceived> next() const {
    wire::SignalReceived signal;
    return ::read(reader_.get(), &signal, sizeof signal) == sizeof signal ? std::optional(signal)
                                                                          : std::nullopt;
  }

 private:
  UniqueFd reader_;
  UniqueFd writer_;
  std::array<struct sigaction, passed_on.size()> before_{};
};

// Closing the socket ends the shim and what it runs, but for what it has released.
class Conversation {
 public:
  explicit Conversation(ShimProcess shim) : shim_(std::move(shim)) { shim_pid = shim_.pid; }
  ~Conversation() {
    if (!attends_released_) end_shim(shim_);
  }
  Conversation(const Conversation&) = delete;
  Conversation& operator=(const Conversation&) = delete;

  void say(const std::string& message) { (void)wire::send_message(shim_.control.get(), message); }

  wire::Greeting greeting() { return wire::decode_greeting(listen(nullptr)); }

  /// @param tell  hears of those whom the run waits for after the program's end.
  wire::RunReport report(const SignalsToPassOn& signals, const TellSurvivors& tell) {
    std::string message = listen(&signals);
    while (wire::kind_of(message) == wire::MessageKind::survivors) {
      if (tell) tell(wire::decode_survivors(message));
      message = listen(&signals);
    }
    wire::RunReport report = wire::decode_report(message);
    attends_released_ = !report.released.empty();
    return report;
  }

 private:
  // The next message; signals that come meanwhile are passed on.
  std::string listen(const SignalsToPassOn* signals) {
    if (!heard_.empty()) return take_heard();
    while (heard_.empty()) {
      std::array<pollfd, 2> sources{pollfd{shim_.control.get(), POLLIN, 0},
                                    pollfd{signals != nullptr ? signals->fd() : -1, POLLIN, 0}};
      if (::poll(sources.data(), sources.size(), -1) < 0) continue;
      while (signals != nullptr && sources[1].revents != 0) {
        const std::optional<wire::SignalReceived> signal = signals->next();
        if (!signal) break;
        say(wire::encode(*signal));
      }
      if (sources[0].revents == 0) continue;
      const auto keep = [&](std::string_view message) { heard_.emplace_back(message); };
      if (!messages_.read_from(shim_.control.get(), keep) && heard_.empty())
        throw CannotJudge("the shim ended unexpectedly");
    }
    return take_heard();
  }

  std::string take_heard() {
    std::string message = std::move(heard_.front());
    heard_.pop_front();
    return message;
  }

  ShimProcess shim_;
  wire::MessageStream messages_;
  std::deque<std::string> heard_;
  bool attends_released_ = false;
};

std::vector<std::string> own_environment() {
  std::vector<std::string> env;
  for (char** entry = environ; *entry != nullptr; ++entry)
    env.emplace_back(*entry);
  return env;
}

wire::RunOrder order_for(const InPlaceRequest& request, Level level) {
  wire::RunOrder order;
  order.program = request.program.string();
  order.argv = request.argv;
  order.env = own_environment();
  order.level = level;
  order.settings.time_limit = request.time_limit.value_or(no_limit);
  order.settings.grace = request.grace.value_or(no_limit);
  order.settings.attribute = true;
  order.in_place = true;
  return order;
}

}  // namespace

Observation run_in_place(const std::filesystem::path& shim, const InPlaceRequest& request) {
  const SignalsToPassOn signals;
  Conversation conversation(launch_shim_in_place(shim));
  const LevelChoice levels(conversation.greeting(), request.level);
  ProgramTraits traits;
  const ChosenLevel chosen = levels.for_program(traits.cannot_be_traced(request.program.string()));
  conversation.say(wire::encode(order_for(request, chosen.level)));
  const wire::RunReport report = conversation.report(signals, request.tell_survivors);
  if (!report.trouble.empty()) throw CannotJudge(report.trouble);
  Observation seen = observation_of(report);
  seen.level_reason = chosen.reason;
  if (request.time_limit) seen.limit_ms = static_cast<double>(request.time_limit->count()) / 1000.0;
  return seen;
}

}  // namespace harness
