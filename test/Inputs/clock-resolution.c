// Prints whether the clocks can be read and waited for finely.

#include "wasi_check.h"

int main(void) {
  for (int id = 0; id != 2; ++id) {
    __wasi_timestamp_t resolution = 0;
    OK(__wasi_clock_res_get(id, &resolution));
    HOLDS(resolution > 0);
    printf("clock %d: %s\n", id, resolution <= 1000     ? "fine"
                                 : resolution >= 100000 ? "a timer's"
                                                        : "between");
  }
  return failures;
}
