// A command that leaves much behind: open files, a heap, static objects.
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

static int runs;
static std::map<std::string, std::vector<int>> table;

int main(int argc, char **argv) {
  for (int i = 0; i < 2000; ++i)
    table["key" + std::to_string(i % 100)].push_back(i);
  size_t total = 0;
  for (auto &entry : table)
    total += entry.second.size();
  FILE *first = fopen("/data/left-open", "w");
  if (!first)
    return 1;
  fprintf(first, "%zu", total);
  std::printf("run %d, %zu entries, %d arguments, %s %s, descriptor %d\n",
              ++runs, total, argc, argv[0], argv[1], fileno(first));
  std::fflush(stdout);
  std::exit(int(table.size()) - 58);
}
