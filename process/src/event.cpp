#include <exeunt/event.hpp>

#include <cerrno>

#include <exeunt/archive.hpp>

#include "known_fd.hpp"
#include "latch.hpp"
#include "this_process.hpp"
#include "waiting.hpp"

namespace exeunt {

namespace detail {

class SharedLatch {
 public:
  explicit SharedLatch(UniqueFd latch) : latch_(std::move(latch)) {}
  native_handle get() const {
    if (!latch_.is_intact()) throw_errno(EBADF, "use an event, whose descriptor the program has closed");
    return latch_.get();
  }

 private:
  KnownFd latch_;
};

}  // namespace detail

Event::Event() : latch_(std::make_shared<detail::SharedLatch>(detail::make_latch("make an event"))) {
  detail::register_exit_wait();
}

Event::Event(std::shared_ptr<detail::SharedLatch> latch) : latch_(std::move(latch)) {}

void Event::set() {
  const native_handle latch = latch_->get();
  if (!detail::is_ready(latch)) detail::raise_latch(latch);
}

bool Event::is_set() const {
  return detail::is_ready(latch_->get());
}

void Event::wait() {
  detail::wait_ready(latch_->get(), detail::Deadline());
}

bool Event::wait_for(std::chrono::nanoseconds limit) {
  return detail::wait_ready(latch_->get(), detail::Deadline(limit));
}

native_handle Event::handle() const {
  return latch_->get();
}

void encode_shared(detail::Encoder& out, const Event& event) {
  out.handle(event.latch_->get());
}

Event decode_shared(detail::Decoder& in, const Event*) {
  return Event(std::make_shared<detail::SharedLatch>(detail::UniqueFd(in.handle())));
}

}  // namespace exeunt
