#include <fcntl.h>
#include <unistd.h>

#include "probe.hpp"

namespace exeunt::testing {

bool are_relayed(StartMethod method) {
  return method == StartMethod::forkserver;
}

int open_descriptors() {
  int count = 0;
  for (int descriptor = 0; descriptor < ::getdtablesize(); ++descriptor)
    count += ::fcntl(descriptor, F_GETFD) >= 0 ? 1 : 0;
  return count;
}

}  // namespace exeunt::testing
