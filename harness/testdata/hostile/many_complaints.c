#if __INCLUDE_LEVEL__ < 13
#include __FILE__
#include __FILE__
#endif
#warning more, and more, and more
