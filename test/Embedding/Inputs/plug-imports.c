/* What plug.wat imports. */
#include "plug.h"

int32_t env_log(wasmc_instance *instance, int32_t a, int64_t b, float c,
                double d) {
  return instance->memory->base[a] + *(int32_t *)instance->user +
         (b + c + d > 1000);
}

void env_pair(wasmc_instance *instance, int32_t a, int32_t *first,
              double *second) {
  *first = a * 2;
  *second = instance ? a / 2.0 : 0;
}
