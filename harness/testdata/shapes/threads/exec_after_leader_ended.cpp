// A thread becomes another program when the first thread has ended already.
//
// Start methods: none
#include <pthread.h>

#include <thread>

#include "support/plain.hpp"

int main() {
  std::thread([leader = ::pthread_self()] {
    ::pthread_join(leader, nullptr);
    plain::become({"/bin/sh", "-c", "(exit 4); exit 2"});
  }).detach();
  ::pthread_exit(nullptr);
}
