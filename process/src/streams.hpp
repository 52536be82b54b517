#pragma once

// stdout and stderr: the C streams, and std::cout, std::cerr and std::clog where the program has them.

namespace exeunt::detail {

/// @return  0, or the errno of what could not be written. A stream that the program has closed is no error.
int flush_stdout() noexcept;
int flush_stderr() noexcept;

/// Something that was written earlier has been lost.
bool has_lost_output() noexcept;

/// stderr is written line by line, whatever it is; stdout by blocks where it is no terminal.
void buffer_as_cpython_does() noexcept;

/// Puts the null device in place of every standard stream that is closed.
void open_missing_stdio() noexcept;

/// To write where nobody reads is an error from here on, and no death; unless the program has a handler.
void ignore_broken_pipes() noexcept;

}  // namespace exeunt::detail
