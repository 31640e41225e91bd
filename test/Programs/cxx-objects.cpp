// Constructors before main, destructors after, virtual calls, smart pointers.
// RUN: %run_all %s --like-native

#include <cstdio>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

struct Noisy {
  const char *name;
  explicit Noisy(const char *name) : name(name) { std::printf("+%s\n", name); }
  ~Noisy() { std::printf("-%s\n", name); }
};
static Noisy first("global one"), second("global two");

struct Shape {
  virtual ~Shape() = default;
  virtual double area() const = 0;
  virtual std::string name() const { return "shape"; }
};
struct Square : Shape {
  double side;
  explicit Square(double side) : side(side) {}
  double area() const override { return side * side; }
  std::string name() const override { return "square"; }
};
struct Named {
  virtual ~Named() = default;
  virtual const char *title() const { return "named"; }
};
struct Circle final : Shape, Named {
  double radius;
  explicit Circle(double radius) : radius(radius) {}
  double area() const override { return 3.0 * radius * radius; }
  const char *title() const override { return "circle"; }
};

template <typename... Ts> static int count(Ts &&...values) {
  return (0 + ... + static_cast<int>(values));
}

int main() {
  static Noisy local("function static");
  std::vector<std::unique_ptr<Shape>> shapes;
  shapes.push_back(std::make_unique<Square>(3));
  shapes.push_back(std::make_unique<Circle>(2));
  for (const auto &shape : shapes)
    std::printf("%s %g\n", shape->name().c_str(), shape->area());
  Named *named = static_cast<Circle *>(shapes[1].get());
  std::puts(named->title());

  auto shared = std::make_shared<Noisy>("shared");
  std::weak_ptr<Noisy> weak = shared;
  std::printf("%ld\n", shared.use_count());
  shared.reset();
  std::printf("%d\n", weak.expired());

  int calls = 0;
  std::function<int(int)> fibonacci = [&](int n) {
    ++calls;
    return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
  };
  int result = fibonacci(15);
  std::printf("%d in %d calls\n", result, calls);
  std::variant<int, std::string> either = "text";
  std::printf("%zu %s\n", either.index(), std::get<std::string>(either).c_str());
  std::optional<int> none;
  auto [a, b] = std::make_tuple(none.value_or(7), std::string_view("abc").substr(1));
  std::printf("%d %.*s %d\n", a, (int)b.size(), b.data(), count(1, 2.5, 'a'));
}
