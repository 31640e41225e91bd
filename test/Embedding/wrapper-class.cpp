// The class around a module in C++.
//
// RUN: %run_host --imports %S/Inputs/plug-imports.c --ways lib,so,dll %s %S/Inputs/plug.wat | FileCheck %s
//
// CHECK:      status 0
// CHECK-NEXT: second 103
// CHECK-NEXT: add 0 42
// CHECK-NEXT: pair 0 14 3.5
// CHECK-NEXT: count 8 h
// CHECK-NEXT: stop 1 unreachable
// CHECK-NEXT: third 0 7
// CHECK-NEXT: exit status 0

#include "plug.h"
#include <cstdio>

int main() {
  int32_t user = 1;
  {
    plug_module plug(&user);
    std::printf("status %d\n", plug.status());
    plug_module second;
    std::printf("second %d\n", second.status());
    int32_t number = 0;
    double half = 0;
    wasmc_status status = plug.call_add(40, 2, number);
    std::printf("add %d %d\n", status, number);
    status = plug.call_call_pair(7, number, half);
    std::printf("pair %d %d %g\n", status, number, half);
    plug.call_count_up();
    std::printf("count %d %c\n", plug.get_count(), plug.memory_data()[16]);
    status = plug.call_stop();
    std::printf("stop %d %s\n", status, plug_error());
  }
  plug_module third;
  std::printf("third %d %d\n", third.status(), third.get_count());
}
