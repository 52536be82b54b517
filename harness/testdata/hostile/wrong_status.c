#include "bounded.h"
int main(void) {
  answer();
  return 3;
}
