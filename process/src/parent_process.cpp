#include "this_process.hpp"
#include "waiting.hpp"

namespace exeunt {

namespace {

native_handle intact_handle(detail::ParentWatch& watch) {
  const auto lock = detail::lock_library();
  detail::restore(watch);
  return watch.ended.get();
}

}  // namespace

const std::string& ParentProcess::name() const {
  return watch_->self->parent_name;
}

pid_type ParentProcess::pid() const {
  return watch_->self->parent_pid;
}

bool ParentProcess::is_alive() const {
  return !detail::is_ready(intact_handle(*watch_));
}

void ParentProcess::join() {
  detail::wait_ready(intact_handle(*watch_), detail::Deadline());
}

bool ParentProcess::join_for(std::chrono::nanoseconds limit) {
  return detail::wait_ready(intact_handle(*watch_), detail::Deadline(limit));
}

native_handle ParentProcess::sentinel() const {
  return intact_handle(*watch_);
}

}  // namespace exeunt
