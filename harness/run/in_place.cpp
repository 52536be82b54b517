#include "run/in_place.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>
#include <csignal>

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

int signal_writer = -1;

// What the terminal's keys send, the program gets itself; the kernel is their sender. When the terminal is
// hung up, the kernel tells the leader of its session, and nobody else.
bool reaches_the_program_itself(int signal, const siginfo_t& info) {
  return info.si_code == SI_KERNEL && !(signal == SIGHUP && ::getsid(0) == ::getpid());
}

void note_signal(int signal, siginfo_t* info, void*) {
  const int saved = errno;
  if (!reaches_the_program_itself(signal, *info)) (void)!::write(signal_writer, &signal, sizeof signal);
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
  std::optional<int> next() const {
    int signal = 0;
    return ::read(reader_.get(), &signal, sizeof signal) == sizeof signal ? std::optional(signal)
                                                                          : std::nullopt;
  }

 private:
  UniqueFd reader_;
  UniqueFd writer_;
  std::array<struct sigaction, passed_on.size()> before_{};
};

// Closing the socket ends the shim and what it runs.
class Conversation {
 public:
  explicit Conversation(ShimProcess shim) : shim_(std::move(shim)) {}
  ~Conversation() {
    shim_.control.reset();
    while (::waitpid(shim_.pid, nullptr, 0) < 0 && errno == EINTR) {
    }
  }
  Conversation(const Conversation&) = delete;
  Conversation& operator=(const Conversation&) = delete;

  void say(const std::string& message) { (void)wire::send_message(shim_.control.get(), message); }

  /// The next message; signals that come meanwhile are passed on.
  std::string listen(const SignalsToPassOn* signals) {
    std::optional<std::string> heard;
    while (!heard) {
      std::array<pollfd, 2> sources{pollfd{shim_.control.get(), POLLIN, 0},
                                    pollfd{signals != nullptr ? signals->fd() : -1, POLLIN, 0}};
      if (::poll(sources.data(), sources.size(), -1) < 0) continue;
      while (signals != nullptr && sources[1].revents != 0) {
        const std::optional<int> signal = signals->next();
        if (!signal) break;
        say(wire::encode_signal(*signal));
      }
      if (sources[0].revents == 0) continue;
      const auto keep = [&](std::string_view message) { heard = std::string(message); };
      if (!messages_.read_from(shim_.control.get(), keep) && !heard)
        throw CannotJudge("the shim ended unexpectedly");
    }
    return *heard;
  }

 private:
  ShimProcess shim_;
  wire::MessageStream messages_;
};

std::vector<std::string> own_environment() {
  std::vector<std::string> env;
  for (char** entry = environ; *entry != nullptr; ++entry)
    env.emplace_back(*entry);
  return env;
}

wire::RunOrder order_for(const std::filesystem::path& program, const std::vector<std::string>& argv,
                         Level level) {
  wire::RunOrder order;
  order.program = program.string();
  order.argv = argv;
  order.env = own_environment();
  order.level = level;
  order.settings.time_limit = no_limit;
  order.settings.attribute = true;
  order.declared_survivors = INT_MAX;
  order.in_place = true;
  return order;
}

}  // namespace

Observation run_in_place(const std::filesystem::path& shim, const std::filesystem::path& program,
                         const std::vector<std::string>& argv, std::optional<Level> wanted) {
  const SignalsToPassOn signals;
  Conversation conversation(launch_shim_in_place(shim));
  const LevelChoice levels(wire::decode_greeting(conversation.listen(nullptr)), wanted);
  ProgramTraits traits;
  const ChosenLevel chosen = levels.for_program(traits.cannot_be_traced(program.string()));
  conversation.say(wire::encode(order_for(program, argv, chosen.level)));
  const wire::RunReport report = wire::decode_report(conversation.listen(&signals));
  if (!report.trouble.empty()) throw CannotJudge(report.trouble);
  Observation seen = observation_of(report);
  seen.level_reason = chosen.reason;
  return seen;
}

}  // namespace harness
