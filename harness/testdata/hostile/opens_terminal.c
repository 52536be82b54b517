#include <sys/ioctl.h>
#include "bounded.h"
int main(void) {
  char byte = '#';
  int terminal = open("/dev/tty", O_RDWR);
  dprintf(1, "terminal%s\n", terminal >= 0 ? BREACH : " not there");
  dprintf(1, "input%s\n", ioctl(terminal >= 0 ? terminal : 0, TIOCSTI, &byte) == 0 ? BREACH : " refused");
  return 0;
}
