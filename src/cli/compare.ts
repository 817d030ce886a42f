// How do several accelerators compare? The same question asked of each, one row of a table each.
import { Refusal } from '../units'
import { table } from './columns'
import type { Answer } from './verb'
import { type Words, withOnly } from './words'

/** An answer that can stand beside others. */
export interface Comparable extends Answer {
  readonly row: readonly string[]
}

/** What is answered of one accelerator, or of each in turn; one that cannot be answered says why in its row. */
export async function compared(
  words: Words,
  head: readonly string[],
  answerOf: (words: Words) => Comparable | Promise<Comparable>,
): Promise<Answer> {
  const accelerators = words.values('accelerator')
  if (accelerators.length < 2) return answerOf(words)
  refuseFiles(words)
  const found: (Comparable | Refused)[] = []
  for (const accelerator of accelerators) found.push(await asked(accelerator, words, answerOf))
  if (found.every(isRefused)) throw new Refusal(found[0]?.json.refused)
  const rows = found.filter((one): one is Comparable => !isRefused(one)).map(({ row }) => row)
  const missing = found.filter(isRefused).map(({ json }) => `${json.accelerator}: ${json.refused}`)
  const lines = [
    ...table(
      head,
      rows,
      head.flatMap((_, i) => (i === 0 ? [] : [i])),
    ),
    ...(missing.length > 0 ? ['', ...missing] : []),
  ].join('\n')
  return { json: { compared: found.map(({ json }) => json) }, text: () => lines, brief: () => lines }
}

interface Refused {
  readonly json: { readonly accelerator: string; readonly refused: string }
}

const isRefused = (one: Comparable | Refused): one is Refused => !('row' in one)

async function asked(
  accelerator: string,
  words: Words,
  answerOf: (words: Words) => Comparable | Promise<Comparable>,
): Promise<Comparable | Refused> {
  try {
    return await answerOf(withOnly(words, 'accelerator', accelerator))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { json: { accelerator, refused: error.message } }
  }
}

// Each would write over the one before.
function refuseFiles(words: Words): void {
  const flag = ['save', 'svg', 'png', 'html'].find((name) => words.has(name))
  if (flag !== undefined) throw new Refusal(`--${flag} writes one file: name one accelerator.`)
}
