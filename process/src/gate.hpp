#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>

#include <exeunt/platform.hpp>

#include "this_process.hpp"

namespace exeunt::detail {

// How this works. A forked process, and one whose status a fork server relays, does not begin before its
// creator has a handle of it: who has ended and been reaped by others is gone, and its pid may be another's.
// Until then start() can still fail, and nothing has run. The gate is a word in memory that the two share: no
// descriptor is spent on it, and mostly it is open before the new process comes to it. A new process whose
// creator dies before that never begins.
//
// One word serves one start at a time, in rounds. In a later round it stands for "open" to who is still on
// the way from an earlier one.

struct GateWord {
  std::atomic<std::uint32_t> state{0};  ///< 4 times the round, and what became of it
  std::atomic<pid_type> made{0};        ///< in this round; 0 when there is none yet
};
static_assert(std::atomic<std::uint32_t>::is_always_lock_free && std::atomic<pid_type>::is_always_lock_free);

using GateRound = std::uint32_t;

/// A round begins.
GateRound shut_gate(GateWord& gate) noexcept;
void open_gate(GateWord& gate, GateRound round) noexcept;
/// Who comes to it has to end.
void refuse_at_gate(GateWord& gate, GateRound round) noexcept;

/// In the new process: waits at the gate.
/// @param creator  ready when the creator has ended.
/// @return  false when it has to end.
bool pass_gate(GateWord& gate, GateRound round, native_handle creator) noexcept;

/// Until the word is not `value` any more, or for a while. It may return early.
void wait_for_change(const std::atomic<std::uint32_t>& word, std::uint32_t value,
                     std::chrono::milliseconds limit) noexcept;
void announce_change(std::atomic<std::uint32_t>& word) noexcept;

/// A gate in a file in memory, of which every process that maps it has the same; nullptr, with errno set,
/// when that cannot be. The file may be closed.
GateWord* map_gate(native_handle file) noexcept;
void unmap_gate(GateWord* gate) noexcept;

/// The gates of this process's own forks. Needs the lock. @throws std::system_error
GateWord& take_gate(ThisProcess& process);
/// Nobody waits at it any more. Needs the lock.
void give_gate_back(ThisProcess& process, GateWord& gate) noexcept;

}  // namespace exeunt::detail
