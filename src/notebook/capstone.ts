// Can a reader estimate by hand for how long a cache is worth keeping? A draw from the catalogue, scored by the log of the ratio.
import { random } from '../algebra/random'
import { type Accelerator, accelerator, acceleratorIds, type Model, model, modelIds } from '../catalog'
import type { Numbers, TierNumbers } from '../deployment'
import { shortName } from '../figures/place'
import { place, settled } from '../placement'
import { formatDuration, formatMoney, formatNumber, formatQuantity } from '../units'
import { Refusal } from '../units/refusal'
import { type Exercise, pose } from './exercise'
import { judge } from './judge'
import { type Reply, reply } from './reply'
import { written } from './written'

export interface Capstone extends Exercise {
  readonly seed: number
  readonly model: string
  readonly accelerator: string
  /** a tier of the catalogue, or `hbm` by the rent of its device */
  readonly tier: string
  /** s: deleting is cheaper beyond it */
  readonly answer: number
}

type Drawn = Omit<Capstone, 'kind' | 'id' | 'unit' | 'check'>

/** Asks for the crossover of a model, machine and tier drawn by a whole number; the same number draws the same again. */
export function guessTheCrossover(seed: number): Capstone {
  if (!Number.isSafeInteger(seed)) throw new Refusal(`The seed is ${seed}: expected a whole number.`)
  const drawn = draw(seed)
  return pose({
    ...drawn,
    kind: 'exercise',
    id: 'guess-the-crossover',
    unit: 's',
    check: (given) => scored(given, drawn.answer),
  })
}

/** Ten points for the crossover itself, none from a factor of ten away; in between by the logarithm of the ratio. */
export function crossoverScore(guess: number, answer: number): number {
  return guess > 0 ? Math.max(0, 10 - 10 * Math.abs(Math.log10(guess / answer))) : 0
}

// What keeping costs at all a reader can work out; with these settings it is holding one copy and one read, against one forward pass.
const settings = {
  mfu: 0.5,
  stall: 0,
  writes: 'free',
  attention: 'leave-out',
  holdTime: 300,
  layout: { attention: 'context' },
} as const

function draw(seed: number): Drawn {
  const { unit } = random(seed)
  const pick = <T>(all: readonly T[]): T => at(all, Math.floor(unit() * all.length))
  const machines = acceleratorIds().map((id) => accelerator(id))
  const rented = machines.filter(({ missing }) => missing.length === 0)
  // A cache that only holds windows is no exercise in bytes per token.
  const growing = modelIds()
    .map((id) => model(id))
    .filter(({ bytesPerToken }) => bytesPerToken > 0)
  for (;;) {
    const [subject, machine] = [pick(growing), pick(rented)]
    const { deployment, ...rest } = settled({ ...settings, model: subject.id, accelerator: machine.id })
    const parts = deployment.tiers.filter(({ record }) => record?.kind === 'part')
    const tier: TierNumbers = pick([{ id: 'hbm' }, ...parts])
    const { crossovers, inputs } = place({ ...rest, deployment })
    const answer = crossovers.remat[tier.id]
    // Where a read alone costs more than the forward pass there is nothing to guess.
    if (answer !== undefined) {
      const names = { model: subject.id, accelerator: machine.id, tier: tier.id }
      return { seed, ...names, answer, ask: question(subject, inputs, machine, tier) }
    }
  }
}

function at<T>(all: readonly T[], index: number): T {
  const found = all[index]
  if (found === undefined)
    throw new Refusal('The catalogue has nothing to draw from: expected models, rents and tiers.')
  return found
}

function question(subject: Model, inputs: Numbers, machine: Accelerator, tier: TierNumbers): string {
  const { name } = subject
  const { bytesPerToken = 0, activeParams = 0, context = 0 } = inputs
  return `In a conversation of ${formatNumber(context, 15)} tokens, a token of ${name} weighs ${formatQuantity(bytesPerToken, 'B')} and passes through ${formatNumber(activeParams / 1e9)} billion parameters. One ${machine.name} rents for ${formatQuantity(machine.devicePrice ?? 0, 'USD/s')} and computes ${formatQuantity(machine.flops ?? 0, 'FLOP/s')}, half of which a forward pass reaches. The cache waits in ${waiting(machine, tier)}. For how long is that cheaper than deleting it and computing it again once? Writing is free and nobody stalls.`
}

function waiting({ memoryCapacity, name }: Accelerator, tier: TierNumbers): string {
  if (tier.id === 'hbm') return `its HBM: ${formatQuantity(memoryCapacity, 'B')}, charged the whole rent of the ${name}`
  const { tierCapacity = 0, tierBandwidth = 0, purchasePrice = 0, lifetime = 0 } = tier
  return `${shortName(tier.id)}: ${formatQuantity(tierCapacity, 'B')} for ${formatMoney(purchasePrice)}, written off over ${formatDuration(lifetime)}, read at ${formatQuantity(tierBandwidth, 'B/s')}`
}

// The usual slips have factors of their own.
const slips: readonly (readonly [factor: number, says: string])[] = [
  [2, 'two FLOPs a parameter? half of the peak?'],
  [4, 'two FLOPs a parameter, at half of the peak?'],
  [60, 'minutes for seconds?'],
  [1000, 'a prefix?'],
  [3600, 'rent by the hour or by the second?'],
]

function scored(given: number | string, answer: number): Reply {
  const judged = judge(given, { answer, unit: 's', tolerance: 0.01, hints: {} })
  if (judged.verdict === 'unreadable' || judged.verdict === 'wrong unit') return judged
  const guess = written(given, 's', 'The answer')
  if (!(guess > 0)) return reply('0 of 10', 'A crossover is a time above zero.')
  const times = Math.max(guess / answer, answer / guess)
  const points = formatNumber(crossoverScore(guess, answer), 2)
  if (times < 1.05) return reply('right', `${points} of 10: that is it.`)
  const slip = slips.find(([factor]) => Math.abs(times / factor - 1) < 0.1)
  const far = `${formatNumber(times, 2)} times too ${guess > answer ? 'long' : 'short'}`
  return reply(`${points} of 10`, slip === undefined ? `${far}.` : `${far} (${slip[1]}).`)
}
