// How fast is the same stack-distance pass in plain C? Reads block and request numbers as 32-bit words, prints ns of CPU time
// for both ways: marks counted by word with a Fenwick tree over words, as ours, and a Fenwick tree over every access, as in
// textbooks. Both must find the same depths.
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

static void add(int *tree, int words, int word, int many) {
  for (int node = word + 1; node <= words; node += node & -node) tree[node] += many;
}

static void by_words(const int *block, const int *request, int n, int unique, int *depths) {
  int words = (3 * unique + 1024 + 31) / 32, slots = 32 * words, live = 0, next = 0;
  uint32_t *marks = calloc((size_t)words, 4);
  int *tree = calloc((size_t)words + 1, 4), *slot_of = malloc(4 * (size_t)unique);
  memset(slot_of, 0xff, 4 * (size_t)unique);
  memset(depths, 0, 4 * (size_t)n);
  for (int from = 0, to; from < n; from = to) {
    int last = -1, depth = 0, deepest = 0;
    for (to = from; to < n && request[to] == request[from]; to++) {}
    if (to - from > unique) exit(4); // blocks twice in a prompt, which the line here has no room for
    for (int i = from; i < to; i++) {
      int slot = slot_of[block[i]];
      if (slot < 0) break;
      if (slot == last - 1) depth++;
      else {
        int word = slot >> 5, before = ones(marks[word] & ((1u << (slot & 31)) - 1));
        for (int node = word; node > 0; node &= node - 1) before += tree[node];
        depth = live - before;
      }
      last = slot;
      if (depth > deepest) deepest = depth;
      depths[i] = deepest;
    }
    if (next + to - from > slots) next = close_ranks(marks, tree, slot_of, unique, words);
    int end = next + to - from, full = end >> 5, bit = next & 31, taken = 0, many = 0;
    for (int word = next >> 5; word < full; word++, bit = 0) {
      marks[word] |= ~0u << bit;
      add(tree, words, word, ones(marks[word]));
    }
    if ((end & 31) > bit) marks[full] |= ((1u << (end & 31)) - 1) & (~0u << bit);
    for (int i = to - 1; i >= from; i--) {
      int id = block[i], slot = slot_of[id], word = slot >> 5;
      slot_of[id] = next++;
      if (slot < 0) { live++; continue; }
      marks[word] &= ~(1u << (slot & 31));
      if (word >= full) continue;
      if (word != taken && many > 0) { add(tree, words, taken, -many); many = 0; }
      taken = word;
      many++;
    }
    if (many > 0) add(tree, words, taken, -many);
  }
  free(marks); free(tree); free(slot_of);
}

static void by_accesses(const int *block, const int *request, int n, int unique, int *depths) {
  int *tree = calloc((size_t)n + 1, 4), *last = calloc((size_t)unique, 4);
  for (int from = 0, to, live = 0, slot = 1; from < n; from = to) {
    int deepest = 0, found = 1;
    for (to = from; to < n && request[to] == request[from]; to++) {
      int before = last[block[to]], under = 0;
      found = found && before > 0;
      if (found) {
        for (int node = before - 1; node > 0; node &= node - 1) under += tree[node];
        if (live - under > deepest) deepest = live - under;
      }
      depths[to] = found ? deepest : 0;
    }
    for (int i = to - 1; i >= from; i--, slot++) {
      int before = last[block[i]];
      if (before) for (int node = before; node <= n; node += node & -node) tree[node]--;
      else live++;
      for (int node = slot; node <= n; node += node & -node) tree[node]++;
      last[block[i]] = slot;
    }
  }
  free(tree); free(last);
}

typedef void pass(const int *, const int *, int, int, int *);

static double best_of_five(pass *run, const int *block, const int *request, int n, int unique, int *depths) {
  double best = 1e30;
  for (int times = 0; times < 5; times++) {
    clock_t start = clock();
    run(block, request, n, unique, depths);
    double ns = (double)(clock() - start) / CLOCKS_PER_SEC * 1e9;
    if (ns < best) best = ns;
  }
  return best;
}

static int *words_in(const char *path, int n) {
  int *words = malloc(4 * (size_t)n);
  FILE *file = fopen(path, "rb");
  if (!file || fread(words, 4, (size_t)n, file) != (size_t)n) exit(2);
  fclose(file);
  return words;
}

int main(int argc, char **argv) {
  if (argc != 5) return 2;
  int n = atoi(argv[3]), unique = atoi(argv[4]);
  int *block = words_in(argv[1], n), *request = words_in(argv[2], n);
  int *ours = malloc(4 * (size_t)n), *textbook = malloc(4 * (size_t)n);
  double words = best_of_five(by_words, block, request, n, unique, ours);
  double accesses = best_of_five(by_accesses, block, request, n, unique, textbook);
  if (memcmp(ours, textbook, 4 * (size_t)n) != 0) return 3;
  printf("%.0f %.0f\n", words, accesses);
  return 0;
}
