#pragma once

namespace harness {

/// From here on this process can use the descriptors that it has and as much memory and processor time as an
/// archive may take, and nothing else: what it asks for beyond that is refused (EPERM).
/// @return false where the system does not allow even that; errno says why.
bool confine_to_open_descriptors();

}  // namespace harness
