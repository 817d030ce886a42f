// How quickly is a verdict about prices checked, and does any of a million price vectors contradict one?
import { random } from '../../src/algebra/random'
import {
  billsOf,
  checkCertificate,
  largestBox,
  type Payer,
  pricedAt,
  robustnessOf,
  type Settled,
  settled,
} from '../../src/placement'
import { winnerOf } from '../../src/placement/robust/winner'
import type { Row } from './report'

const asked = { model: 'llama-3.1-70b', accelerator: 'h100-sxm', context: 32_768, holdTime: 300 } as const
const question = settled(asked)
const holdTimes = [0.005, 0.3, 20, 300, 3600, 86_400, 2_592_000]
const verdicts = (['server', 'fleet'] as const).flatMap((payer) =>
  holdTimes.map((holdTime) => [{ ...question, holdTime }, payer] as const),
)

// CPU time, the best of several, as for a placement.
function milliseconds(run: () => unknown): number {
  const rounds = Array.from({ length: 20 }, () => {
    const before = process.cpuUsage()
    run()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return Math.min(...rounds)
}

export function flipRows(vectors = 20_000): Row[] {
  const checks = verdicts.flatMap(([one, payer]) => {
    const { certificate } = largestBox(billsOf(one, payer))
    return certificate === undefined ? [] : [milliseconds(() => checkCertificate(certificate, one))]
  })
  const whole = milliseconds(() => robustnessOf(asked))
  const { tried, contradictions } = contradicted(vectors)
  return [
    {
      what: `the certificate of a box of prices checked, slowest of ${checks.length} verdicts`,
      figure: `${Math.max(...checks).toFixed(1)} ms`,
      against: '',
      goal: 'under 50 ms',
    },
    { what: 'everything that would flip a placement', figure: `${whole.toFixed(0)} ms`, against: '', goal: '' },
    {
      what: `price vectors that contradict their certificate, of ${tried}`,
      figure: `${contradictions}`,
      against: '',
      goal: '0',
    },
  ]
}

/** Half of the vectors inside, half at corners of the largest box of a verdict, where it is closest. */
export function contradicted(vectors: number): { readonly tried: number; readonly contradictions: number } {
  const draw = random(20_261_130)
  const each = Math.ceil(vectors / verdicts.length)
  let [tried, contradictions] = [0, 0]
  for (const [one, payer] of verdicts) {
    const { certificate } = largestBox(billsOf(one, payer))
    for (let i = 0; certificate !== undefined && i < each; i++) {
      const factors = Object.entries(certificate.box.prices).map(([name, [low, high]]) => {
        const inside = low * (high / low) ** draw.unit()
        return [name, i % 2 === 0 ? inside : draw.unit() < 0.5 ? low : high] as const
      })
      tried++
      if (wins(one, payer, Object.fromEntries(factors)) !== certificate.winner) contradictions++
    }
  }
  return { tried, contradictions }
}

const wins = (one: Settled, payer: Payer, factors: Readonly<Record<string, number>>): string =>
  winnerOf(pricedAt(one, factors), payer)
