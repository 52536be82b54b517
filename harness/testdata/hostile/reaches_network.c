#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/un.h>
#include "bounded.h"
/* The test listens at this port of the host's loopback, and at this abstract name. */
int main(void) {
  struct sockaddr_in host = {
      .sin_family = AF_INET, .sin_port = htons(47931), .sin_addr = {htonl(INADDR_LOOPBACK)}};
  struct sockaddr_un name = {.sun_family = AF_UNIX, .sun_path = "\0exeunt-hostile"};
  int tcp = socket(AF_INET, SOCK_STREAM, 0), local = socket(AF_UNIX, SOCK_STREAM, 0);
  dprintf(1, "loopback%s\n", connect(tcp, (void*)&host, sizeof host) == 0 ? BREACH : " refused");
  dprintf(1, "abstract%s\n", connect(local, (void*)&name, sizeof name) == 0 ? BREACH : " refused");
  dprintf(1, "netlink%s\n", socket(AF_NETLINK, SOCK_RAW, 0) >= 0 ? BREACH : " refused");
  dprintf(1, "packet%s\n", socket(AF_PACKET, SOCK_RAW, 0) >= 0 ? BREACH : " refused");
  return 0;
}
