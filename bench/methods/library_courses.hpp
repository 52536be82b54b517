#pragma once

#include <vector>

#include "subject/course.hpp"

namespace bench {

/// Roles in which the subject starts itself again.
inline constexpr const char* ends_at_once = "--end-at-once";
inline constexpr const char* bare_server = "--bare-server";

/// The library's start methods and their joins, and the floor of each in this very program:
/// METHOD, floor/METHOD; join/METHOD, join_for/METHOD, waitpid/METHOD; launcher.
std::vector<Course> library_courses(const Surroundings& surroundings);

/// Children that live as long as this process.
void keep_children(int count);

}  // namespace bench
