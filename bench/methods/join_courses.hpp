#pragma once

#include <exeunt/start_method.hpp>
#include <vector>

#include "subject/course.hpp"

namespace bench {

/// From the last instruction of a child of this method until its parent has the status, by join(), by
/// join_for() and by waitpid().
void add_join_courses(exeunt::StartMethod method, std::vector<Course>& courses);

}  // namespace bench
