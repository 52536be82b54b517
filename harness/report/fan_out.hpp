#pragma once

#include <utility>
#include <vector>

#include "model/listener.hpp"

namespace harness {

/// Passes everything on to several listeners, in their order. They must outlive it.
class FanOut : public RunListener {
 public:
  explicit FanOut(std::vector<RunListener*> listeners) : listeners_(std::move(listeners)) {}

  void started(const RunPlan& plan) override {
    for (RunListener* listener : listeners_)
      listener->started(plan);
  }
  void started_case(const Case& c) override {
    for (RunListener* listener : listeners_)
      listener->started_case(c);
  }
  void finished(const CaseResult& result) override {
    for (RunListener* listener : listeners_)
      listener->finished(result);
  }
  void ended(const Summary& summary) override {
    for (RunListener* listener : listeners_)
      listener->ended(summary);
  }
  void tick() override {
    for (RunListener* listener : listeners_)
      listener->tick();
  }

 private:
  std::vector<RunListener*> listeners_;
};

}  // namespace harness
