// SPDX-License-Identifier: MIT
// The yardstick for starting up: a C++ program that does nothing.
int main() {}
