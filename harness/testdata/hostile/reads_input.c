#include "bounded.h"
int main(void) {
  while (getchar() != EOF) {
  }
  answer();
  return 0;
}
