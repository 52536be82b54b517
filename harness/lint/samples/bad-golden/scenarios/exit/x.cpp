// A child leaves.
//
// Source: POSIX: exit
// Start methods: fork
int main() {
  return 0;
}
