#if __INCLUDE_LEVEL__ < 13
#include "many_complaints.c"
#include "many_complaints.c"
#endif
#warning more, and more, and more
