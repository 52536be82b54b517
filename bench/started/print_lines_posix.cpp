// Prints three lines and ends with status 0.
#include <unistd.h>

int main() {
  constexpr char text[] = "one\ntwo\nthree\n";
  return ::write(1, text, sizeof text - 1) == sizeof text - 1 ? 0 : 1;
}
