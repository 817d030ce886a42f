// How does a student take a way of their own? Line by line: one that follows is taken, a wrong one is answered and is not.
import { Refusal } from '../../units'
import { type Answer, answerTo } from './answer'
import type { Derivation } from './derive'
import type { Line } from './line'
import { attemptWritten, type WrittenDerivation } from './writtenOut'

export interface Attempt {
  readonly kind: 'attempt'
  readonly derivation: Derivation
  /** the start, and every line taken since */
  readonly lines: readonly Line[]
  /** of each line taken, the rule it was recognised by; empty where it was none in one step */
  readonly rules: readonly string[]
  /** to the last line written; none before the first */
  readonly answer?: Answer
  readonly arrived: boolean
  /** The lines taken, as plain data. */
  written(): WrittenDerivation
  /** The next line, in names or letters: `T = C * t_r / b`. Never throws. */
  then(line: string): Attempt
}

/** A student's own way from a derivation's start (or from after so many of its steps) to its last line. */
export function attempt(derivation: Derivation, { from = 0 }: { readonly from?: number } = {}): Attempt {
  const start = derivation.lines[from]
  if (start === undefined || from >= Math.max(1, derivation.lines.length - 1)) {
    throw new Refusal(
      `There is nothing to attempt from line ${from + 1}: the derivation has ${derivation.lines.length} lines.`,
    )
  }
  const rules = derivation.steps.slice(0, from).map(({ says }) => says)
  return attempted(derivation, { lines: derivation.lines.slice(0, from + 1), rules })
}

export interface Taken {
  readonly lines: readonly Line[]
  readonly rules: readonly string[]
}

function attempted(derivation: Derivation, taken: Taken, answer?: Answer): Attempt {
  const arrived = answer?.verdict === 'arrived'
  const facts = { kind: 'attempt' as const, derivation, ...taken, arrived, ...(answer && { answer }) }
  return {
    ...facts,
    written: () => attemptWritten(derivation, taken),
    // biome-ignore lint/suspicious/noThenProperty: a chain of lines reads best so; an await of it is answered below.
    then(text) {
      // A cell that awaits its last value asks it for `then`; it is given what can be had without.
      if (typeof text === 'function') return (text as (value: object) => Attempt)(facts)
      const said = answerTo(derivation, taken.lines, String(text))
      return attempted(derivation, said.line === undefined ? taken : longer(taken, said.line, said.answer), said.answer)
    },
  }
}

const longer = ({ lines, rules }: Taken, line: Line, { rule = '' }: Answer): Taken => ({
  lines: [...lines, line],
  rules: [...rules, rule],
})
