// A program without a golden.
//
// Start methods: none
int main() {}
