// A child leaves.
// Source: POSIX: exit
// Start methods: fork
#include <unistd.h>
int main() {
  sleep(1);
}
