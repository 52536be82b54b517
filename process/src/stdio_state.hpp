#pragma once

#include <cstdio>

// What C streams do not tell by standard means.

namespace exeunt::detail {

/// Something has been read from stdin.
bool is_stdin_used() noexcept;

/// What has been read ahead is gone.
void forget_input(std::FILE* stream) noexcept;

/// What is written and not handed on yet.
bool has_pending_output(std::FILE* stream) noexcept;

/// What is written is handed on at the end of each line.
bool is_written_by_line(std::FILE* stream) noexcept;

}  // namespace exeunt::detail
