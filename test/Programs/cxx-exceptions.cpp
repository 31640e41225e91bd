// C++ exceptions as clang compiles them with -fwasm-exceptions: types and their
// bases, destructors on the way, rethrow, nested handlers, deep stacks.
// RUN: %run_all %s --like-native --cxx-exceptions

#include <cstdio>
#include <exception>

struct Noisy {
  explicit Noisy(const char *name) : name(name) {}
  ~Noisy() { printf("  ~%s\n", name); }
  const char *name;
};

struct Base {
  virtual ~Base() { --alive; }
  virtual int code() const { return 1; }
  Base() { ++alive; }
  Base(const Base &) { ++alive; }
  static int alive;
};
int Base::alive;
struct Derived : Base {
  int code() const override { return value; }
  int value = 2;
};
struct Other { long long a, b; };
struct Both : Other, Derived {}; // Derived does not lie at its start
struct Error : std::exception {
  const char *what() const noexcept override { return "an error"; }
};

[[gnu::noinline]] void raise(int kind) {
  Noisy noisy("raise");
  switch (kind) {
  case 0: return;
  case 1: throw 42;
  case 2: throw Derived();
  case 3: throw Other{3, 4};
  case 4: throw Both();
  case 5: throw "text";
  case 6: throw Error();
  case 7: throw 'c';
  }
}

[[gnu::noinline]] int handle(int kind) {
  Noisy outer("handle");
  try {
    Noisy inner("try");
    raise(kind);
    return 0;
  } catch (int value) {
    return value;
  } catch (const Base &base) {
    return 100 + base.code();
  } catch (Other &other) {
    return int(1000 + other.a * other.b);
  } catch (const char *text) {
    return text[0];
  } catch (std::exception &error) {
    return error.what()[3];
  }
}

[[gnu::noinline]] int again(int kind) {
  try {
    try {
      raise(kind);
    } catch (Base &base) {
      static_cast<Derived &>(base).value += 5;
      throw;
    } catch (...) {
      printf("  other\n");
      try {
        raise(1);
      } catch (int value) {
        printf("  %d in between\n", value);
      }
      throw;
    }
  } catch (Base &base) {
    return base.code();
  } catch (char c) {
    return c;
  } catch (...) {
    return -1;
  }
  return -2;
}

[[gnu::noinline]] int dive(int depth, double x) {
  struct Count { int &n; ~Count() { ++n; } };
  static int unwound;
  Count count{unwound};
  if (depth == 0)
    throw x;
  int result = dive(depth - 1, x + 0.5) + 1;
  return result + unwound;
}

int main() {
  for (int kind = 0; kind < 7; ++kind)
    printf("handle %d: %d\n", kind, handle(kind));
  try {
    handle(7);
  } catch (char c) {
    printf("char %c\n", c);
  }
  for (int kind = 0; kind < 8; ++kind)
    printf("again %d: %d\n", kind, again(kind));
  try {
    dive(1000, 1);
  } catch (double x) {
    printf("dive %g\n", x);
  }
  long long sum = 0;
  for (int i = 0; i < 100000; ++i)
    try {
      if (i % 3) throw i;
      throw Derived();
    } catch (int value) {
      sum += value;
    } catch (Base &) {
      ++sum;
    }
  printf("sum %lld, alive %d\n", sum, Base::alive);
}
