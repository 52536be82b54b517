// A script whose interpreter does not exist: the file is there, and yet execve says there is none.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const int script = plain::must(::open("script", O_WRONLY | O_CREAT | O_CLOEXEC, 0700), "open");
  plain::must(::dprintf(script, "#!/no/such/interpreter\n"), "write");
  plain::must(::close(script), "close");
  const pid_t child = plain::fork_child([] {
    ::execl("./script", "script", static_cast<char*>(nullptr));
    return errno == ENOENT ? 126 : 1;
  });
  plain::reap(child);
}
