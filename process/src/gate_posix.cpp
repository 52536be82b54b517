#include "gate.hpp"

#include <sched.h>
#include <sys/mman.h>

#include <new>

#include "descriptor.hpp"
#include "waiting.hpp"

namespace exeunt::detail {

namespace {

constexpr std::uint32_t opened = 1;
constexpr std::uint32_t refused = 2;
constexpr std::uint32_t awaited = 3;  // somebody sleeps until it is one of the others
constexpr std::uint32_t states_of_round = 4;

constexpr std::size_t gates_at_once = 32;
constexpr int yields_before_sleep = 100;
constexpr std::chrono::milliseconds between_looks{20};  // at whether the creator still lives

}  // namespace

[[gnu::hot]] GateRound shut_gate(GateWord& gate) noexcept {
  const std::uint32_t before = gate.state.load(std::memory_order_relaxed);
  const GateRound round = before - before % states_of_round + states_of_round;
  gate.made.store(0, std::memory_order_relaxed);
  gate.state.store(round, std::memory_order_release);
  return round;
}

namespace {

void change_gate(GateWord& gate, GateRound round, std::uint32_t to) noexcept {
  if (gate.state.exchange(round + to, std::memory_order_acq_rel) == round + awaited)
    announce_change(gate.state);
}

}  // namespace

[[gnu::hot]] void open_gate(GateWord& gate, GateRound round) noexcept {
  change_gate(gate, round, opened);
}

void refuse_at_gate(GateWord& gate, GateRound round) noexcept {
  change_gate(gate, round, refused);
}

[[gnu::hot]] bool pass_gate(GateWord& gate, GateRound round, native_handle creator) noexcept {
  // The creator is a few instructions behind: who sleeps at once pays for being woken.
  for (int i = 0; i < yields_before_sleep && gate.state.load(std::memory_order_acquire) == round; ++i)
    ::sched_yield();
  std::uint32_t state = round;
  gate.state.compare_exchange_strong(state, round + awaited, std::memory_order_acq_rel);
  if (state == round) state = round + awaited;
  while (state == round + awaited) {
    const bool is_orphan = is_ready(creator);
    state = gate.state.load(std::memory_order_acquire);
    if (state != round + awaited) break;
    if (is_orphan) return false;
    wait_for_change(gate.state, state, between_looks);
    state = gate.state.load(std::memory_order_acquire);
  }
  return state != round + refused;
}

GateWord* map_gate(native_handle file) noexcept {
  void* memory = ::mmap(nullptr, sizeof(GateWord), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  return memory == MAP_FAILED ? nullptr : static_cast<GateWord*>(memory);
}

void unmap_gate(GateWord* gate) noexcept {
  if (gate != nullptr) ::munmap(gate, sizeof *gate);
}

namespace {

void map_gates(ThisProcess& process) {
  process.free_gates.reserve(gates_at_once + process.taken_gates);
  void* memory = ::mmap(nullptr, gates_at_once * sizeof(GateWord), PROT_READ | PROT_WRITE,
                        MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) throw_errno("share memory with the child");
  auto* words = static_cast<GateWord*>(memory);
  for (std::size_t i = gates_at_once; i > 0; --i)
    process.free_gates.push_back(new (words + i - 1) GateWord);
}

}  // namespace

[[gnu::hot]] GateWord& take_gate(ThisProcess& process) {
  if (process.gates_of != own_pid()) {  // a fork copies them: they are its creator's
    process.free_gates.clear();
    process.taken_gates = 0;
  }
  if (process.free_gates.empty()) map_gates(process);
  process.gates_of = own_pid();
  GateWord& gate = *process.free_gates.back();
  process.free_gates.pop_back();
  ++process.taken_gates;
  return gate;
}

[[gnu::hot]] void give_gate_back(ThisProcess& process, GateWord& gate) noexcept {
  --process.taken_gates;
  process.free_gates.push_back(&gate);
}

}  // namespace exeunt::detail
