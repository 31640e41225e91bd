// MuJS running a script.
#include "mujs.h"
#include "bench.h"
#include "script.h"

int main(int argc, char **argv) {
  js_State *state = js_newstate(0, 0, JS_STRICT);
  if (!state || js_dostring(state, script))
    return 1;
  for (int round = rounds(argc, argv, 54); round > 0; --round) {
    js_getglobal(state, "work");
    js_pushundefined(state);
    js_pushnumber(state, round);
    js_call(state, 1);
    mixDouble(js_tonumber(state, -1));
    js_pop(state, 1);
  }
  return finish();
}
