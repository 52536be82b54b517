// Ends with status 0, and that is all.
int main() {}
