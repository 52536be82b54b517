// The only source file that sees Boost. Of Boost.Process v2 1.81 it uses the default launcher from a single
// thread and error codes; its other launchers, bind_fd and exit_code() do not hold what they promise.
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/readable_pipe.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/writable_pipe.hpp>
#include <boost/process/v2/posix/default_launcher.hpp>
#include <boost/process/v2/process.hpp>
#include <boost/process/v2/stdio.hpp>
#include <unordered_map>

#include "run/event_loop.hpp"
#include "support/errors.hpp"

namespace harness {
namespace {

namespace asio = boost::asio;
namespace process = boost::process::v2;

struct Watch {
  explicit Watch(asio::io_context& context, int fd) : descriptor(context, fd) {}
  asio::posix::stream_descriptor descriptor;
  std::function<void()> readable;
};

void wait_readable(const std::shared_ptr<Watch>& watch) {
  watch->descriptor.async_wait(asio::posix::stream_descriptor::wait_read,
                               [watch](boost::system::error_code error) {
                                 if (error || !watch->descriptor.is_open()) return;
                                 watch->readable();
                                 if (watch->descriptor.is_open()) wait_readable(watch);
                               });
}

// Nothing but the standard streams may reach the command; the launcher's own error pipe closes on exec.
struct OnlyStandardStreams {
  boost::system::error_code on_exec_setup(process::posix::default_launcher&, const boost::filesystem::path&,
                                          const char* const*) {
    if (::close_range(3, ~0U, CLOSE_RANGE_CLOEXEC) != 0) return {errno, boost::system::system_category()};
    return {};
  }
};

}  // namespace

struct EventLoop::Implementation {
  asio::io_context context{1};
  std::unordered_map<int, std::shared_ptr<Watch>> watches;
};

EventLoop::EventLoop() : implementation_(std::make_unique<Implementation>()) {}

EventLoop::~EventLoop() {
  for (auto& [fd, watch] : implementation_->watches)
    watch->descriptor.release();
}

void EventLoop::watch(int fd, std::function<void()> readable) {
  auto watch = std::make_shared<Watch>(implementation_->context, fd);
  watch->readable = std::move(readable);
  implementation_->watches[fd] = watch;
  wait_readable(watch);
}

void EventLoop::stop_watching(int fd) {
  const auto found = implementation_->watches.find(fd);
  if (found == implementation_->watches.end()) return;
  found->second->descriptor.release();
  implementation_->watches.erase(found);
}

void EventLoop::after(std::chrono::microseconds delay, std::function<void()> due) {
  if (delay.count() == 0) return asio::post(implementation_->context, std::move(due));
  auto timer = std::make_shared<asio::steady_timer>(implementation_->context, delay);
  timer->async_wait([timer, due = std::move(due)](boost::system::error_code error) {
    if (!error) due();
  });
}

void EventLoop::run() {
  implementation_->context.restart();
  implementation_->context.run();
}

void EventLoop::stop() {
  implementation_->context.stop();
}

CommandResult EventLoop::run_command(const std::vector<std::string>& argv, std::chrono::milliseconds limit) {
  asio::io_context context{1};
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw_errno("pipe2");
  asio::readable_pipe reader(context, ends[0]);
  asio::writable_pipe writer(context, ends[1]);
  boost::system::error_code error;
  const std::vector<std::string> arguments(argv.begin() + 1, argv.end());
  process::posix::default_launcher launcher;
  process::process command =
      launcher(context.get_executor(), error, argv.front(), arguments,
               process::process_stdio{nullptr, writer, nullptr}, OnlyStandardStreams{});
  if (error) throw CannotJudge("cannot run " + argv.front() + ": " + error.message());
  writer.close();

  CommandResult result;
  asio::steady_timer timer(context, limit);
  timer.async_wait([&](boost::system::error_code cancelled) {
    if (cancelled) return;
    result.timed_out = true;
    boost::system::error_code ignored;
    command.terminate(ignored);
    reader.close(ignored);
  });
  int unfinished = 2;
  const auto finished = [&] {
    if (--unfinished == 0) timer.cancel();
  };
  asio::async_read(reader, asio::dynamic_buffer(result.out),
                   [&](boost::system::error_code, std::size_t) { finished(); });
  command.async_wait([&](boost::system::error_code, int) {
    result.wait_status = static_cast<int>(command.native_exit_code());
    finished();
  });
  context.run();
  return result;
}

}  // namespace harness
