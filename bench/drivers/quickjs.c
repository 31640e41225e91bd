// QuickJS running a script.
#include "quickjs.h"
#include "bench.h"
#include "script.h"

int main(int argc, char **argv) {
  JSRuntime *runtime = JS_NewRuntime();
  JSContext *context = runtime ? JS_NewContext(runtime) : NULL;
  if (!context)
    return 1;
  JS_FreeValue(context, JS_Eval(context, script, sizeof script - 1, "script",
                                JS_EVAL_TYPE_GLOBAL));
  JSValue global = JS_GetGlobalObject(context);
  JSValue work = JS_GetPropertyStr(context, global, "work");
  for (int round = rounds(argc, argv, 160); round > 0; --round) {
    JSValue argument = JS_NewInt32(context, round);
    JSValue result = JS_Call(context, work, global, 1, &argument);
    double number = 0;
    if (JS_ToFloat64(context, &number, result))
      return 1;
    mixDouble(number);
    JS_FreeValue(context, result);
  }
  JS_FreeValue(context, work);
  JS_FreeValue(context, global);
  JS_FreeContext(context);
  JS_FreeRuntime(runtime);
  return finish();
}
