#include "this_process.hpp"
#include "waiting.hpp"

namespace exeunt {

const std::string& ParentProcess::name() const {
  return watch_->self->parent_name;
}

pid_type ParentProcess::pid() const {
  return watch_->self->parent_pid;
}

bool ParentProcess::is_alive() const {
  return !detail::is_ready(watch_->ended.get());
}

void ParentProcess::join() {
  detail::wait_ready(watch_->ended.get(), detail::Deadline());
}

bool ParentProcess::join_for(std::chrono::nanoseconds limit) {
  return detail::wait_ready(watch_->ended.get(), detail::Deadline(limit));
}

native_handle ParentProcess::sentinel() const {
  return watch_->ended.get();
}

}  // namespace exeunt
