#pragma once

#include <memory>
#include <string>

#include "this_process.hpp"

namespace exeunt::detail {

/// What a process has to know that is not a copy of its creator: who it is and what it runs.
/// @throws  TypeError  when target or arguments cannot cross.
void write_prelude(Encoder& out, const ProcessState& state);

/// The same behind what a spawned process sees its creator's end by. Takes the lock.
/// @return  what it gets as its stdin; the creator's.
native_handle write_spawn_prelude(Encoder& out, const ProcessState& state);

/// @throws  RuntimeError  when it is another executable's.
std::shared_ptr<ProcessState> read_prelude(Decoder& in);

}  // namespace exeunt::detail
