// A script for interpreters of JavaScript (its fifth edition): `work(k)`
// returns an integer.
#ifndef SCRIPT_H
#define SCRIPT_H

static const char script[] =
    "function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }\n"
    "function sieve(n) { var c = [], found = 0;\n"
    "  for (var i = 0; i <= n; ++i) c[i] = 0;\n"
    "  for (i = 2; i <= n; ++i) if (!c[i]) { ++found;\n"
    "    for (var j = i * i; j <= n; j += i) c[j] = 1; }\n"
    "  return found; }\n"
    "function words(n) { var t = [];\n"
    "  for (var i = 1; i <= n; ++i) t.push(i * 7919 % 1000 + ':' + i);\n"
    "  t.sort(); var s = t.join(' '), sum = 0;\n"
    "  for (i = 0; i < s.length; i += 3) sum += s.charCodeAt(i);\n"
    "  return sum + s.split('1').length; }\n"
    "function Point(x) { this.x = x; }\n"
    "Point.prototype.add = function(p) { return new Point(this.x + p.x); };\n"
    "function objects(n) { var p = new Point(1);\n"
    "  for (var i = 0; i < n; ++i) { p = p.add(p); p.x %= 1000003; }\n"
    "  return p.x; }\n"
    "function closures(n) { var sum = 0, fs = [];\n"
    "  for (var i = 0; i < 100; ++i) fs.push((function(k) {\n"
    "    return function(x) { sum += k; return x ^ k; }; })(i));\n"
    "  var x = 0; for (i = 0; i < n; ++i) x = fs[i % 100](x);\n"
    "  return sum + x; }\n"
    "function floats(n) { var s = 0;\n"
    "  for (var i = 1; i <= n; ++i) s += 1 / (i * i);\n"
    "  return Math.floor(s * 1e9); }\n"
    "function work(k) { return fib(15 + k % 2) + sieve(4000 + k) + words(300)\n"
    "  + objects(3000) + closures(6000) + floats(6000); }\n";

#endif
