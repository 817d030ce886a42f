// How does a long line fit a terminal? Broken between words, what follows under its last column or its indentation.
import { width } from './columns'

/** Every line at most so wide, but for words that are wider themselves. */
export function wrapped(text: string, columns = Number.POSITIVE_INFINITY): string {
  if (!Number.isFinite(columns)) return text
  return text
    .split('\n')
    .flatMap((line) => (width(line) <= columns ? [line] : broken(line, columns)))
    .join('\n')
}

function broken(line: string, columns: number): string[] {
  const hang = hangOf(line, columns)
  const lines: string[] = []
  let rest = line
  while (width(rest) > columns) {
    const at = breakIn(rest, columns, lines.length === 0 ? hang : hang + 1)
    if (at === undefined) break
    lines.push(rest.slice(0, at).trimEnd())
    rest = ' '.repeat(hang) + rest.slice(at).trimStart()
  }
  return [...lines, rest]
}

/** Where what is continued begins: under the last column where that leaves it room, else further in than a line that is indented. */
function hangOf(line: string, columns: number): number {
  const indentation = line.length - line.trimStart().length
  const starts = [...line.matchAll(/ {2,}(?=\S)/g)].map(({ index, 0: gap }) => index + gap.length)
  const last = starts.filter((at) => at > indentation && at <= columns * 0.6).at(-1)
  return last ?? (indentation === 0 ? 0 : indentation + 2)
}

/** The last space at which the line may end, else the first there is: a word alone may be too wide. */
function breakIn(line: string, columns: number, from: number): number | undefined {
  const letters = [...line]
  const spaces = letters.flatMap((letter, at) => (letter === ' ' && at >= from ? [at] : []))
  const at = spaces.filter((space) => space <= columns).at(-1) ?? spaces[0]
  return at === undefined ? undefined : letters.slice(0, at).join('').length
}
