// Which numbers of a placement may have a range, and what is the question with one value for each of them?
import type { Ranges } from '../../algebra'
import type { Numbers, TierNumbers } from '../../deployment'
import { possibleRange } from '../../deployment/ranges'
import { tierUnits } from '../../deployment/store'
import { Refusal, unknownName } from '../../units'
import type { Settled } from '../question'

/** Of the machine, the conversation and the conventions: they change costs, and not which options there are. */
const ofAll = [
  ...['devicePrice', 'flops', 'mfu', 'memoryCapacity', 'memoryShare', 'requestTime', 'reuses', 'stall', 'fill'],
  ...['landing', 'bandwidthUse', 'capitalCost', 'pue', 'waitPrice', 'pathBandwidth'],
]
/** Every tier has its own; one range stands for all that have one, and have the same value then. */
const ofEveryTier = ['lifetime', 'energyPrice', 'driveWritesPerDay', 'ratedWorkload'] as const
const ofTiers = Object.keys(tierUnits).filter(
  (name) => !['drives', 'ports', 'portBandwidth', 'retention'].includes(name),
)

const isShared = (name: string): boolean => (ofEveryTier as readonly string[]).includes(name)

/** The tiers of a question, HBM among them where it is priced as a part. */
export const partsOf = ({ deployment, memory }: Settled): readonly TierNumbers[] =>
  typeof memory === 'object' ? [...deployment.tiers, memory] : deployment.tiers

/** The name under which a tier's number varies: its own, or that of all tiers; undefined where it is known. */
export function rangeNameOf(tier: TierNumbers, name: string, ranges: Ranges): string | undefined {
  const own = `${tier.id}.${name}`
  if (ranges[own] !== undefined) return own
  return isShared(name) && ranges[name] !== undefined && tier[name as keyof TierNumbers] !== undefined
    ? name
    : undefined
}

/** The reader's ranges and, of the usual ones, those that a placement can count. Refuses one of the reader's that it cannot. */
export function rangesFor(question: Settled, usual: Ranges, mine: Ranges): Ranges {
  const { stage, parallel, compress, hitShare } = question
  const asked = Object.entries({ stage, parallel, compress, hitShare }).find(
    ([, value]) => value !== undefined && value !== false,
  )
  if (asked !== undefined)
    throw new Refusal(`${asked[0]} is not counted where numbers have ranges: ask one of them at a time.`)
  const names = [...ofAll, ...ofEveryTier, ...namesOf(partsOf(question))]
  const unknown = Object.keys(mine).find((name) => !names.includes(name))
  if (unknown !== undefined) throw unknownName('number that may have a range', unknown, names)
  const possible = Object.entries(mine).map(([name, range]) => [name, possibleRange(fieldOf(name), range)])
  // One range of every tier stands for those of each.
  const replaced = (name: string): boolean => mine[fieldOf(name)] !== undefined
  // What the question says is known.
  const said: Readonly<Record<string, unknown>> = { ...question, ...question.set }
  const kept = Object.entries(usual).filter(
    ([name]) => names.includes(name) && !replaced(name) && said[name] === undefined,
  )
  return { ...Object.fromEntries(kept), ...Object.fromEntries(possible) }
}

const fieldOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1)

const namesOf = (parts: readonly TierNumbers[]): string[] =>
  parts.flatMap((part) =>
    ofTiers.flatMap((name) => (part[name as keyof TierNumbers] === undefined ? [] : [`${part.id}.${name}`])),
  )

/** The same question with these values in place of what it has. */
export function withValues(question: Settled, values: Numbers): Settled {
  const { deployment, memory, set } = question
  const ranges = values as unknown as Ranges
  const changed = <T extends TierNumbers>(tier: T): T => ({
    ...tier,
    ...Object.fromEntries(
      ofTiers.flatMap((name) => {
        const from = rangeNameOf(tier, name, ranges)
        return from === undefined ? [] : [[name, values[from]]]
      }),
    ),
  })
  const all = Object.fromEntries(Object.entries(values).filter(([name]) => ofAll.includes(name)))
  return {
    ...question,
    set: { ...set, ...all },
    deployment: { ...deployment, tiers: deployment.tiers.map(changed) },
    ...(typeof memory === 'object' && { memory: changed(memory) }),
  }
}
