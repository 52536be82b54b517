char data[1u << 28] = {1};
int main(void) {
  return data[5];
}
