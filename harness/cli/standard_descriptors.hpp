#pragma once

namespace harness {

/// Keeps the numbers 0, 1 and 2 from files of the command's own where it was started without them. They stay
/// as useless as they were: reading the first fails, and so does writing to the others.
/// @return  false, with a message on standard error, where /dev/null cannot be opened.
bool hold_standard_descriptors();

}  // namespace harness
