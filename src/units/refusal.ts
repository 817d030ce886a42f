// How does servemath say no? One sentence: what was asked, what was expected, what to do.

/** Bad input or a bad declaration. The message is for the person who wrote it; programs exit with code 2. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
}

/** Up to three of `names` closest to `asked` by edit distance, nearest first; what begins with it counts as one letter off, what contains it as near. */
export function nearestNames(asked: string, names: Iterable<string>): string[] {
  const wanted = asked.toLowerCase()
  return [...names]
    .map((name) => {
      const far = distance(wanted, name.toLowerCase())
      return { name, far: name.toLowerCase().startsWith(wanted) ? Math.min(far, 1) : far }
    })
    .filter(({ name, far }) => far <= Math.max(2, wanted.length / 3) || name.toLowerCase().includes(wanted))
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ name }) => name)
}

// More names than this are a page, not a sentence.
const mostNames = 30

/** `unknown tier "ddr": did you mean ddr5-rdimm-server?` or, with nothing near, the list, of which a long one is cut. */
export function unknownName(what: string, asked: string, names: Iterable<string>): Refusal {
  const all = [...names]
  const near = nearestNames(asked, all)
  const list = all.length > mostNames ? `${all.length} names such as ${all.slice(0, 3).join(', ')}` : all.join(', ')
  const hint = near.length > 0 ? `did you mean ${near.join(' or ')}?` : `expected one of ${list}.`
  return new Refusal(`Unknown ${what} "${asked}": ${hint}`)
}

// Levenshtein with one row; names here are short.
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + change)
    }
    row = next
  }
  return row[b.length]!
}
