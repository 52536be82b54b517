const int main = 195;
