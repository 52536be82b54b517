// A file that is built into nothing that could be executed.
//
// Start methods: none
int main() {}
