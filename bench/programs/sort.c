// Quicksort, merge sort and heap sort of our own, and the library's qsort.
#include "bench.h"

enum { Count = 50000 };

static void quickSort(int32_t *from, int32_t *end) {
  while (end - from > 12) {
    int32_t pivot = from[(end - from) / 2];
    int32_t *low = from, *high = end - 1;
    while (low <= high) {
      while (*low < pivot)
        ++low;
      while (*high > pivot)
        --high;
      if (low <= high) {
        int32_t kept = *low;
        *low++ = *high;
        *high-- = kept;
      }
    }
    quickSort(from, high + 1);
    from = low;
  }
  for (int32_t *i = from + 1; i < end; ++i) {
    int32_t value = *i, *j = i;
    for (; j > from && j[-1] > value; --j)
      *j = j[-1];
    *j = value;
  }
}

static void mergeSort(double *values, double *work, int count) {
  if (count < 2)
    return;
  int half = count / 2;
  mergeSort(values, work, half);
  mergeSort(values + half, work, count - half);
  memcpy(work, values, half * sizeof *work);
  int left = 0, right = half, to = 0;
  while (left < half && right < count)
    values[to++] = work[left] <= values[right] ? work[left++] : values[right++];
  while (left < half)
    values[to++] = work[left++];
}

static void heapSort(uint64_t *heap, int count) {
  for (int start = count / 2, end = count; end > 1;) {
    uint64_t value;
    if (start > 0) {
      value = heap[--start];
    } else {
      value = heap[--end];
      heap[end] = heap[0];
    }
    int at = start;
    for (int child; (child = 2 * at + 1) < end; at = child) {
      if (child + 1 < end && heap[child + 1] > heap[child])
        ++child;
      if (heap[child] <= value)
        break;
      heap[at] = heap[child];
    }
    heap[at] = value;
  }
}

static int compare(const void *a, const void *b) {
  uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;
  return left < right ? -1 : left > right;
}

int main(int argc, char **argv) {
  int32_t *words = allocate(Count * sizeof *words);
  double *doubles = allocate(2 * Count * sizeof *doubles);
  uint64_t *longs = allocate(Count * sizeof *longs);
  for (int round = rounds(argc, argv, 20); round > 0; --round) {
    for (int i = 0; i < Count; ++i) {
      words[i] = randomWord();
      doubles[i] = randomDouble();
      longs[i] = (uint64_t)randomWord() << 32 | i;
    }
    quickSort(words, words + Count);
    mergeSort(doubles, doubles + Count, Count);
    heapSort(longs, Count);
    mix(longs[Count / 3]);
    mix((uint32_t)words[Count / 3]);
    mixDouble(doubles[Count / 3]);
    for (int i = 0; i < Count; ++i)
      words[i] = words[i] * 0x9e3779b1u;
    qsort(words, Count, sizeof *words, compare);
    mix((uint32_t)words[Count / 2]);
  }
  return finish();
}
