// How dear is a token of a small batch? Times its floor, against batch, for whole systems of model and machine.
import { batchPenalty } from '../derivations'
import { formatNumber, Refusal } from '../units'
import { accent, dashes } from './accent'
import { type Figure, figure } from './figure'
import { logGrid, sixFigures } from './grid'
import { type Decode, ofStep } from './step'

export interface System extends Decode {
  readonly name: string
  /** sequences of its largest batch */
  readonly batch: number
}

/** One curve a system, from one sequence to its largest batch. */
export function batchCost(systems: readonly System[]): Figure {
  checkSystems(systems)
  const penalty = (system: System, batch: number): number => ofStep(batchPenalty, system, batch)
  const alone = systems.map((system) => penalty(system, 1))
  const last = systems.map((system) => penalty(system, system.batch))
  const most = Math.max(...systems.map(({ batch }) => batch))
  const list = systems.map(({ name }, i) => `${name} ${formatNumber(alone[i] ?? 0)}`).join(', ')
  return figure({
    title: `Alone, a token costs ${span(alone)} times its floor; in the largest batch ${span(last)} times`,
    caption:
      'Cost of a generated token over its floor, the larger of arithmetic and cache reads, at peak rates. Each curve ends at its largest batch.',
    alt: `Curves that fall with the batch and flatten towards one. At one sequence: ${list}.`,
    x: { quantity: 'sequences in a step', unit: '1', log: true, range: [1, most * 3], marks: decades },
    y: {
      quantity: 'cost over its floor',
      unit: '1',
      log: true,
      range: [0.8, Math.max(...alone) * 1.6],
      marks: decades,
    },
    data: systems.map((system, i) => {
      const x = logGrid(1, system.batch)
      return {
        type: 'scatter',
        mode: 'lines',
        name: system.name,
        x,
        y: x.map((batch) => sixFigures(penalty(system, batch))),
        line: { color: accent, width: 2, dash: dashes[i] },
        hovertemplate: `${system.name}: %{y:.3g} times its floor at batch %{x:.3s}<extra></extra>`,
      }
    }),
    milestones: [{ y: 1, text: 'floor' }],
    // Parallel curves leave no room for names beside them.
    legend: true,
  })
}

export function checkSystems(systems: readonly System[]): void {
  if (systems.length === 0 || systems.length > dashes.length) {
    throw new Refusal(`${systems.length} systems in one figure: expected 1 to ${dashes.length}.`)
  }
  const small = systems.find(({ batch }) => !(batch > 1))
  if (small) throw new Refusal(`${small.name} has a batch of ${small.batch}: expected more than one sequence.`)
}

/** `106 to 2,340`, or one number where they read the same. */
function span(values: readonly number[]): string {
  const [low, high] = [formatNumber(Math.min(...values)), formatNumber(Math.max(...values))]
  return low === high ? low : `${low} to ${high}`
}

const decades = [1, 10, 100, 1000, 1e4, 1e5].map((at) => [at, formatNumber(at)] as const)
