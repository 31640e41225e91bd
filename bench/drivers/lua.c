// Lua running a script with recursion, strings, tables, closures and
// metatables.
#include "lua.h"
#include "bench.h"
#include "lauxlib.h"
#include "lualib.h"

static const char script[] =
    "local function fib(n) if n < 2 then return n end\n"
    "  return fib(n - 1) + fib(n - 2) end\n"
    "local function sieve(n) local c, found = {}, 0\n"
    "  for i = 2, n do if not c[i] then found = found + 1\n"
    "    for j = i * i, n, i do c[j] = true end end end\n"
    "  return found end\n"
    "local function words(n) local t = {}\n"
    "  for i = 1, n do t[#t + 1] = string.format('%d:%x', i * 7919 % 1000, i) "
    "end\n"
    "  table.sort(t) local s = table.concat(t, ' ')\n"
    "  local count = 0\n"
    "  for w in s:gmatch('(%d+):') do count = count + tonumber(w) end\n"
    "  return count + #s:gsub('1', 'one') end\n"
    "local Point = {} Point.__index = Point\n"
    "Point.__add = function(a, b) return setmetatable({x = a.x + b.x}, Point) "
    "end\n"
    "function Point:twice() return self + self end\n"
    "local function objects(n) local p = setmetatable({x = 1}, Point)\n"
    "  for i = 1, n do p = p:twice() p.x = p.x % 1000003 end return p.x end\n"
    "local function closures(n) local sum, fs = 0, {}\n"
    "  for i = 1, 100 do fs[i] = function(x) sum = sum + i return x ~ i end "
    "end\n"
    "  local x = 0 for i = 1, n do x = fs[i % 100 + 1](x) end\n"
    "  return sum + x end\n"
    "local function floats(n) local s = 0.0\n"
    "  for i = 1, n do s = s + 1.0 / (i * i) end\n"
    "  return math.floor(s * 1e9) end\n"
    "function work(k) return fib(20 + k % 2) + sieve(20000 + k) + words(1500)\n"
    "  + objects(20000) + closures(50000) + floats(50000) end\n";

int main(int argc, char **argv) {
  lua_State *state = luaL_newstate();
  luaL_requiref(state, "_G", luaopen_base, 1);
  luaL_requiref(state, "string", luaopen_string, 1);
  luaL_requiref(state, "table", luaopen_table, 1);
  luaL_requiref(state, "math", luaopen_math, 1);
  if (luaL_dostring(state, script) != LUA_OK)
    return 1;
  for (int round = rounds(argc, argv, 35); round > 0; --round) {
    lua_getglobal(state, "work");
    lua_pushinteger(state, round);
    lua_call(state, 1, 1);
    mix(lua_tointeger(state, -1));
    lua_pop(state, 1);
  }
  lua_close(state);
  return finish();
}
