// A child leaves.
// Start methods: fork
int main() {
  return 0;
}
