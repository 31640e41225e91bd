// The C++ library's containers, algorithms, strings and streams.
// RUN: %run_all %s --like-native

#include <algorithm>
#include <deque>
#include <iomanip>
#include <iostream>
#include <map>
#include <numeric>
#include <set>
#include <sstream>
#include <string>
#include <unordered_map>
#include <vector>

int main() {
  std::vector<int> numbers(1000);
  std::iota(numbers.begin(), numbers.end(), -500);
  std::transform(numbers.begin(), numbers.end(), numbers.begin(),
                 [](int n) { return n * 7919 % 1013; });
  std::stable_sort(numbers.begin(), numbers.end(), std::greater<>());
  std::cout << numbers.front() << ' ' << numbers.back() << ' '
            << std::accumulate(numbers.begin(), numbers.end(), 0L) << '\n';
  std::nth_element(numbers.begin(), numbers.begin() + 500, numbers.end());
  std::cout << numbers[500] << '\n';

  std::map<std::string, std::vector<int>> index;
  std::istringstream text("the quick fox and the lazy dog and the cat");
  std::string word;
  for (int position = 0; text >> word; ++position)
    index[word].push_back(position);
  for (const auto &[key, positions] : index) {
    std::cout << std::left << std::setw(8) << key;
    for (int position : positions)
      std::cout << ' ' << position;
    std::cout << '\n';
  }

  std::unordered_map<int, std::string> names;
  for (int i = 0; i < 1000; ++i)
    names[i * 37 % 1009] = std::to_string(i) + "#" + std::string(i % 5, '*');
  std::set<std::string> sorted;
  for (const auto &entry : names)
    sorted.insert(entry.second);
  std::cout << sorted.size() << ' ' << *sorted.begin() << ' '
            << *sorted.rbegin() << '\n';

  std::deque<double> window;
  for (int i = 0; i < 50; ++i) {
    window.push_front(i / 8.0);
    if (window.size() > 10)
      window.pop_back();
  }
  std::cout << std::fixed << std::setprecision(3)
            << std::accumulate(window.begin(), window.end(), 0.0) << ' '
            << std::scientific << window.front() << ' ' << std::hex
            << std::showbase << 48879 << '\n';
  std::string reversed(word.rbegin(), word.rend());
  std::cout << reversed + word << ' ' << (reversed + word).find("tac") << '\n';
}
