#include "run/slot.hpp"

#include <sys/socket.h>

#include <utility>

#include "wire/archive.hpp"

namespace harness {

Slot::Slot(EventLoop& loop, World& world, StartedShim shim, Finished finished)
    : loop_(loop), world_(world), shim_(std::move(shim)), finished_(std::move(finished)) {
  loop_.watch(shim_.process.control.get(), [this] { hear(); });
}

// The shim ends when its socket closes, and takes everything with it, which takes the kernel some time.
Slot::~Slot() {
  loop_.stop_watching(shim_.process.control.get());
  world_.let_end(std::move(shim_));
}

void Slot::run(const wire::RunOrder& order, std::size_t tag) {
  busy_ = true;
  tag_ = tag;
  if (!wire::send_message(shim_.process.control.get(), wire::encode(order))) shim_gone();
}

void Slot::stop() {
  if (busy_) (void)wire::send_message(shim_.process.control.get(), wire::encode_stop());
}

void Slot::let_end() {
  spent_ = true;
  (void)::shutdown(shim_.process.control.get(), SHUT_WR);
}

void Slot::hear() {
  try {
    const bool there = messages_.read_from(shim_.process.control.get(),
                                           [this](std::string_view message) { receive(message); });
    if (!there) shim_gone();
  } catch (const wire::BadMessage&) {
    shim_gone();
  }
}

void Slot::receive(std::string_view message) {
  if (wire::kind_of(message) == wire::MessageKind::greeting)
    complaint_ = wire::decode_greeting(message).trouble;
  if (wire::kind_of(message) != wire::MessageKind::report) return;
  wire::RunReport report = wire::decode_report(message);
  busy_ = false;
  if (world_.ran_out_of_memory(shim_)) report.stopped = Stopped::memory_limit;
  if (!report.trouble.empty() || confined()) spent_ = true;
  std::string trouble = report.trouble;
  finished_(*this, std::move(report), std::move(trouble));
}

void Slot::shim_gone() {
  loop_.stop_watching(shim_.process.control.get());
  spent_ = true;
  if (!std::exchange(busy_, false)) return;
  if (world_.ran_out_of_memory(shim_)) {  // even the shim had to go
    wire::RunReport report;
    report.stopped = Stopped::memory_limit;
    return finished_(*this, std::move(report), {});
  }
  std::string trouble = "the shim of this run ended unexpectedly";
  if (complaint_.empty()) complaint_ = complaints(shim_.process);
  if (!complaint_.empty()) trouble += ": " + complaint_;
  finished_(*this, {}, trouble);
}

}  // namespace harness
