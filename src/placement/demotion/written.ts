// How is a distribution of pauses written? exp:MEAN, lognormal:MEDIAN:SIGMA, either with a share who never return, or a list of points.
import { parseQuantity, Refusal } from '../../units'
import type { Returns, SurvivalPoint } from './returns'

const wanted = 'expected exp:MEAN, such as exp:10m, lognormal:MEDIAN:SIGMA, either with :NEVER such as :20%, or a file'

/** Undefined where the text is of neither form, such as the name of a file. */
export function returnsIn(text: string): Returns | undefined {
  const [kind, ...numbers] = text.split(':')
  const most = kind === 'exp' ? 2 : kind === 'lognormal' ? 3 : 0
  if (most === 0) return undefined
  if (numbers.length < most - 1 || numbers.length > most) throw new Refusal(`The returns are "${text}": ${wanted}.`)
  const [first = '', ...rest] = numbers
  const time = parseQuantity(first, 's', `${kind === 'exp' ? 'mean' : 'median'} of the pause`)
  const never = rest[most - 2]
  const share = never === undefined ? {} : { never: parseQuantity(never, '1', 'share who never return') }
  if (kind === 'exp') return { kind: 'exponential', mean: time, ...share }
  return { kind: 'lognormal', median: time, sigma: parseQuantity(rest[0] ?? '', '1', 'sigma of the pause'), ...share }
}

/** JSON text such as [{"time": "1m", "share": 0.6}, {"time": "1h", "share": "20%"}]. */
export function pointsIn(json: string, name: string): Returns {
  let list: unknown
  try {
    list = JSON.parse(json)
  } catch {
    throw new Refusal(`${name} is not JSON: expected [{"time": "1m", "share": 0.6}, …].`)
  }
  if (!Array.isArray(list)) throw new Refusal(`${name} is no list: expected [{"time": "1m", "share": 0.6}, …].`)
  const points = list.map((point: unknown, i): SurvivalPoint => {
    const { time, share } = (point ?? {}) as Record<string, unknown>
    const where = `${name}, point ${i + 1}`
    return { time: numberIn(time, 's', `time of ${where}`), share: numberIn(share, '1', `share of ${where}`) }
  })
  return { kind: 'points', points }
}

function numberIn(value: unknown, unit: string, where: string): number {
  if (typeof value === 'number') return value
  if (typeof value === 'string') return parseQuantity(value, unit, where)
  throw new Refusal(`The ${where} is ${JSON.stringify(value) ?? 'missing'}: expected a number, or text with a unit.`)
}
