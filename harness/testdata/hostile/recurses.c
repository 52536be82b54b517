#include "bounded.h"
static int deeper(int depth) {
  volatile char room[4096];
  room[0] = (char)depth;
  return depth == 1000000 ? 0 : deeper(depth + 1) + room[0];
}
int main(void) {
  return deeper(0);
}
