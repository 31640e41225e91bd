// Duktape running a script.
#include "duktape.h"
#include "bench.h"
#include "script.h"

int main(int argc, char **argv) {
  duk_context *context = duk_create_heap_default();
  if (!context)
    return 1;
  duk_eval_string_noresult(context, script);
  for (int round = rounds(argc, argv, 88); round > 0; --round) {
    duk_get_global_string(context, "work");
    duk_push_int(context, round);
    duk_call(context, 1);
    mixDouble(duk_get_number(context, -1));
    duk_pop(context);
  }
  duk_destroy_heap(context);
  return finish();
}
