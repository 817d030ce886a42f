// Does a JSON text name a field twice? Parsers silently keep the last; a reader should learn of it.
import { Refusal } from '../../units'

/** Refuses the first field given twice in one object, by its path. The text must be valid JSON. */
export function refuseTwice(text: string): void {
  const open: { readonly names: Set<string> | undefined; at: string; index: number }[] = []
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"(?:\s*:)?|[[\]{},]/g)) {
    const inside = open.at(-1)
    if (token === '{' || token === '[') open.push({ names: token === '{' ? new Set() : undefined, at: '', index: 0 })
    else if (token === '}' || token === ']') open.pop()
    else if (token === ',' && inside !== undefined) inside.index += 1
    else if (token.endsWith(':') && inside?.names !== undefined) {
      const name: string = JSON.parse(token.replace(/\s*:$/, ''))
      inside.at = name
      if (inside.names.has(name)) throw new Refusal(`${pathOf(open)} is given twice: give it once.`)
      inside.names.add(name)
    }
  }
}

function pathOf(open: readonly { readonly names: unknown; readonly at: string; readonly index: number }[]): string {
  return open
    .map(({ names, at, index }) => (names === undefined ? `[${index}]` : `.${at}`))
    .join('')
    .slice(1)
}
