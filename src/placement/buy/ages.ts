// At which ages may a cache move on? A grid, fine where most come back and coarser later; a promise is one of its borders.

/** s, whole and ascending from 0: each second at first, then two borders for every doubling. */
export function ageGrid(last: number, promised?: number): readonly number[] {
  const ages = new Set([0])
  for (let age = 1; age <= last; age = Math.max(age + 1, Math.round(age * Math.SQRT2))) ages.add(age)
  if (promised !== undefined && promised <= last) ages.add(Math.ceil(promised))
  return [...ages].sort((a, b) => a - b)
}

/** The last border not beyond the age. */
export function binOf(ages: readonly number[], age: number): number {
  let [low, high] = [0, ages.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((ages[middle] as number) <= age) low = middle
    else high = middle - 1
  }
  return low
}
