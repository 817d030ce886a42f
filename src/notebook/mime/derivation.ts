// How is a derivation displayed? A column of lines, each with why it follows; what is new in a line is in colour.
import type { Attempt, Derivation, WrittenDerivation, WrittenLine } from '../../algebra/derivation'
import { derivationMime, type MimeBundle, markdown } from './bundle'

export function derivationBundle(derivation: Derivation): MimeBundle {
  const written = derivation.written()
  return bundled(written, sentence(written))
}

/** The lines taken so far, and the answer to the last. */
export function attemptBundle(attempt: Attempt): MimeBundle {
  const { answer } = attempt
  const said = answer === undefined ? 'Write the next line.' : `**${answer.verdict}**: ${answer.says}`
  return bundled(attempt.written(), said)
}

function bundled(written: WrittenDerivation, said: string): MimeBundle {
  const column = written.lines.map(aligned).join(' \\\\\n')
  const text = `**${written.says}**\n\n$$\\begin{aligned}\n${column}\n\\end{aligned}$$\n\n${said}`
  return { ...markdown(text, plain(written, said)), [derivationMime]: { ...written, said } }
}

// The left side stands once, for as long as it stays what it is.
function aligned({ left, relation, right, why }: WrittenLine, i: number, lines: readonly WrittenLine[]): string {
  const again = i > 0 && lines[i - 1]?.left === left
  return `${again ? '' : left} &${signs[relation]} ${right} && ${why}`
}

const signs = { '=': '=', '≈': '\\approx', '→': '\\to' } as const

/** How sure every step is, and under which conditions they hold. */
export function sentence({ lines }: WrittenDerivation): string {
  const verdicts = lines.flatMap(({ verdict }) => (verdict === undefined ? [] : [verdict.verdict]))
  const proved = verdicts.filter((verdict) => verdict === 'proved').length
  const conditions = [...new Set(lines.flatMap((line) => line.conditions))]
  const where = conditions.length > 0 ? ` where ${conditions.map((condition) => `\`${condition}\``).join(', ')}` : ''
  const errors = lines.flatMap(({ error }) =>
    error === undefined ? [] : [`; what was left out is \`${error.text}\` of what was kept`],
  )
  const all = verdicts.length === 1 ? 'The one step is proved' : `All ${proved} steps are proved`
  const count =
    proved === verdicts.length ? all : `${proved} of ${verdicts.length} steps are proved, the others agree numerically`
  return `${count}${where}${errors.join('')}.`
}

function plain({ says, lines }: WrittenDerivation, said: string): string {
  const column = lines.map(
    ({ text, says: why, verdict }) => `  ${text}\n      ${why}${verdict === undefined ? '' : ` (${verdict.verdict})`}`,
  )
  return [says, ...column, said.replace(/\*\*|`/g, '')].join('\n')
}
