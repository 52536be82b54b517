#include <sys/mount.h>
#include <sys/syscall.h>
#include "bounded.h"
/* Calls that open new rooms of the kernel, or the way out of this one. */
static void attempt(const char* what, long result) {
  dprintf(1, "%s%s\n", what, result >= 0 ? BREACH : " refused");
}
int main(void) {
  static char room[256];
  attempt("unshare", unshare(CLONE_NEWUSER));
  attempt("clone", syscall(SYS_clone, SIGCHLD | CLONE_NEWUSER, NULL, NULL, NULL, NULL));
  attempt("clone3", syscall(SYS_clone3, room, 64));
  attempt("mount", mount("none", "/tmp", "tmpfs", 0, NULL));
  attempt("remount", mount("none", "/usr", NULL, MS_REMOUNT | MS_BIND, NULL));
  attempt("umount", umount("/proc"));
  attempt("chroot", chroot("/tmp"));
  attempt("setns", setns(open("/proc/1/ns/mnt", O_RDONLY), 0));
  attempt("bpf", syscall(SYS_bpf, 0, room, sizeof room));
  attempt("perf", syscall(SYS_perf_event_open, room, 0, -1, -1, 0));
  attempt("userfaultfd", syscall(SYS_userfaultfd, 0));
  attempt("io_uring", syscall(SYS_io_uring_setup, 4, room));
  attempt("keyctl", syscall(SYS_keyctl, 0, -3, 0, 0, 0));
  attempt("setuid", setuid(0));
  attempt("core_pattern", open("/proc/sys/kernel/core_pattern", O_WRONLY));
  attempt("write to usr", open("/usr/breach", O_CREAT | O_WRONLY, 0644));
  attempt("write to the root", open("/breach", O_CREAT | O_WRONLY, 0644));
  return 0;
}
