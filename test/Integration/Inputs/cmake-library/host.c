#include "adder.h"
#include "taker.h"
#include "third.h"
#include <stddef.h>

// 0 if all libraries are there and right.
int main(void) {
  int32_t sum = 0, difference = 0;
  adder_instance *adder;
  taker_instance *taker;
  if (adder_instantiate(&adder, NULL) || adder_add(adder, 40, 2, &sum) ||
      taker_instantiate(&taker, NULL) ||
      taker_sub(taker, 44, 2, &difference))
    return 1;
  third_instance *third;
  if (third_instantiate(&third, NULL) || third_add(third, sum, 0, &sum))
    return 1;
  return sum == 42 && difference == 42 ? 0 : 2;
}
