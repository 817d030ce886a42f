// How fast is the same stack-distance pass in plain C? Reads block numbers as 32-bit words, prints ns of CPU time for both
// ways: marks counted by word with a Fenwick tree over words, as ours, and a Fenwick tree over every access, as in textbooks.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static int ones(uint32_t word) {
  word -= (word >> 1) & 0x55555555u;
  word = (word & 0x33333333u) + ((word >> 2) & 0x33333333u);
  return (int)((((word + (word >> 4)) & 0x0f0f0f0fu) * 0x01010101u) >> 24);
}

static int close_ranks(uint32_t *marks, int *tree, int *slot_of, int unique, int words) {
  int free_slot = 0, *owner = malloc(128 * (size_t)words);
  memset(owner, 0xff, 128 * (size_t)words);
  for (int id = 0; id < unique; id++) if (slot_of[id] >= 0) owner[slot_of[id]] = id;
  for (int slot = 0; slot < 32 * words; slot++) if (owner[slot] >= 0) slot_of[owner[slot]] = free_slot++;
  free(owner);
  memset(marks, 0, 4 * (size_t)words);
  memset(marks, 0xff, 4 * (size_t)(free_slot >> 5));
  if (free_slot & 31) marks[free_slot >> 5] = (1u << (free_slot & 31)) - 1;
  memset(tree, 0, 4 * (size_t)(words + 1));
  for (int node = 1; node <= words; node++) {
    tree[node] += node <= free_slot >> 5 ? 32 : 0;
    int above = node + (node & -node);
    if (above <= words) tree[above] += tree[node];
  }
  return free_slot;
}

static void by_words(const int *block, int n, int unique, double *depths) {
  int words = (3 * unique + 1024 + 31) / 32, slots = 32 * words, live = 0, next = 0;
  uint32_t *marks = calloc((size_t)words, 4);
  int *tree = calloc((size_t)words + 1, 4), *slot_of = malloc(4 * (size_t)unique);
  memset(slot_of, 0xff, 4 * (size_t)unique);
  for (int i = 0; i < n; i++) {
    int id = block[i], slot = slot_of[id];
    if (slot >= 0) {
      int word = slot >> 5, before = ones(marks[word] & ((1u << (slot & 31)) - 1));
      for (int node = word; node > 0; node &= node - 1) before += tree[node];
      depths[live - before]++;
      marks[word] &= ~(1u << (slot & 31));
      slot_of[id] = -1;
      if (word < next >> 5) for (int node = word + 1; node <= words; node += node & -node) tree[node]--;
    } else live++;
    if (next == slots) next = close_ranks(marks, tree, slot_of, unique, words);
    int word = next >> 5;
    marks[word] |= 1u << (next & 31);
    slot_of[id] = next++;
    if ((next & 31) == 0) {
      int full = ones(marks[word]);
      for (int node = word + 1; node <= words; node += node & -node) tree[node] += full;
    }
  }
  free(marks); free(tree); free(slot_of);
}

static void by_accesses(const int *block, int n, int unique, double *depths) {
  int *tree = calloc((size_t)n + 1, 4), *last = calloc((size_t)unique, 4);
  for (int i = 1, live = 0; i <= n; i++) {
    int before = last[block[i - 1]];
    if (before) {
      int under = 0;
      for (int node = before - 1; node > 0; node &= node - 1) under += tree[node];
      depths[live - under]++;
      for (int node = before; node <= n; node += node & -node) tree[node]--;
    } else live++;
    for (int node = i; node <= n; node += node & -node) tree[node]++;
    last[block[i - 1]] = i;
  }
  free(tree); free(last);
}

static double best_of_five(void (*pass)(const int *, int, int, double *), const int *block, int n, int unique, double *depths) {
  double best = 1e30;
  for (int run = 0; run < 5; run++) {
    memset(depths, 0, 8 * (size_t)(unique + 1));
    clock_t start = clock();
    pass(block, n, unique, depths);
    double ns = (double)(clock() - start) / CLOCKS_PER_SEC * 1e9;
    if (ns < best) best = ns;
  }
  return best;
}

int main(int argc, char **argv) {
  if (argc != 4) return 2;
  int n = atoi(argv[2]), unique = atoi(argv[3]);
  int *block = malloc(4 * (size_t)n);
  FILE *file = fopen(argv[1], "rb");
  if (!file || fread(block, 4, (size_t)n, file) != (size_t)n) return 2;
  double *depths = malloc(8 * (size_t)(unique + 1)), check = 0;
  double words = best_of_five(by_words, block, n, unique, depths);
  for (int depth = 1; depth <= unique; depth++) check += depth * depths[depth];
  double accesses = best_of_five(by_accesses, block, n, unique, depths);
  for (int depth = 1; depth <= unique; depth++) check -= depth * depths[depth];
  if (check != 0) return 3;
  printf("%.0f %.0f\n", words, accesses);
  return 0;
}
