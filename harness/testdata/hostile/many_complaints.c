/* Twice each time. clang-format would not have it. */
#if __INCLUDE_LEVEL__ < 13
// clang-format off
#include "many_complaints.c"
#include "many_complaints.c"
// clang-format on
#endif
#warning more, and more, and more
