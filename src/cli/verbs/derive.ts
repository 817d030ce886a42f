// servemath derive: how does an equation come about, line by line, and does a line of one's own follow?
import { type Answer, attempt, type Derivation } from '../../algebra/derivation'
import { derivationOf, derived } from '../../derivations/steps'
import { Refusal } from '../../units'
import { columns } from '../columns'
import { derivationAnswer } from '../derivationAnswer'
import type { Verb } from '../verb'

export const derive: Verb = {
  usage: 'derive [DERIVATION]',
  says: 'The derivation of an equation, every step with its verdict; without a name, which there are.',
  flags: {
    line: { takes: 'LINE', repeats: true, says: "a line of your own, judged against the one before: 'q_k = q_f'" },
    from: { takes: 'N', says: 'the line after which your own begin (default 1, the start)' },
  },
  examples: [
    'derive',
    'derive rematCrossover',
    'derive rematCrossover --line "q_x + q_h + r*q_g = q_f" --line "q_h = r*(q_r - q_g) - q_x"',
    'derive rentCancels --json',
  ],
  run: ({ free, values, value }) => {
    const [name, ...more] = free
    if (more.length > 0) throw new Refusal(`derive takes one derivation but got ${free.length}.`)
    if (name === undefined) return overview()
    const derivation = derivationOf(name)
    const lines = values('line')
    return lines.length > 0 ? judged(derivation, lines, fromLine(value('from'))) : derivationAnswer(name)
  },
}

function overview(): ReturnType<Verb['run']> {
  const rows = Object.values(derived).map(({ id, gives, from }) => ({ id, gives: gives.name, from }))
  return { json: rows, text: () => rows.map(({ id, from }) => `${id}\n  ${from}`).join('\n') }
}

function fromLine(text = '1'): number {
  const line = Number(text)
  if (!Number.isInteger(line) || line < 1) throw new Refusal(`--from takes the number of a line but got "${text}".`)
  return line - 1
}

function judged(derivation: Derivation, lines: readonly string[], from: number): ReturnType<Verb['run']> {
  const answers: Answer[] = []
  lines.reduce(
    (before, line) => {
      const next = before.then(line)
      if (next.answer !== undefined) answers.push(next.answer)
      return next
    },
    attempt(derivation, { from }),
  )
  const rows = answers.map((answer, i) => [`  ${lines[i]}`, `${answer.verdict}: ${answer.says}`])
  return {
    json: answers.map((answer, i) => ({ line: lines[i], ...answer })),
    text: () => (rows.every(([line = '']) => line.length < 30) ? columns(rows).join('\n') : rows.flat().join('\n')),
  }
}
