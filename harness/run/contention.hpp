#pragma once

namespace harness {

/// How many tasks of the whole machine want a processor at this moment; 0 where the platform does not tell.
int runnable_tasks();

}  // namespace harness
