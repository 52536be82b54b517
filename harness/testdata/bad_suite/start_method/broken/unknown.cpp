// A scenario that asks for a start method that does not exist.
//
// Start methods: fork, clone
int main() {}
