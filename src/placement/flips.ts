// Which cost turns which answer? The bare bill of holding and retrieving, then each further cost switched on alone, then all of them.
import { type Placement, place } from './place'
import { type Asking, type Question, settled } from './question'

export type Cost = 'stall' | 'residency' | 'attention' | 'wear' | 'ratings' | 'capital' | 'wait'

export interface Flip {
  /** what is counted beside holding and retrieving; absent for nothing, and for everything */
  readonly cost?: Cost
  readonly label: string
  readonly placement: Placement
  /** the cheapest at the hold time, and whether it is another than on the bare bill */
  readonly cheapest: string
  readonly flips: boolean
}

export interface FlipOptions {
  /** a year, as a share (default 0.1) */
  readonly capitalCost?: number
  /** USD/s of a waiting user (default one dollar an hour) */
  readonly waitPrice?: number
  /** share of the devices that wait for a load (default 1) */
  readonly stall?: number
}

const bare = {
  ...{ stall: 0, landing: 0, capitalCost: 0, waitPrice: 0, deadline: Number.POSITIVE_INFINITY },
  ...{ attention: 'leave-out', writes: 'free', ratings: 'off' },
} as const satisfies Partial<Asking>

/** `ratings` stands for all of them, `wear` for that of flash alone. All is what an operator would count: loads stay hidden. */
export function flipsOf(question: Question, options: FlipOptions = {}): readonly Flip[] {
  const { capitalCost = 0.1, waitPrice = 1 / 3600, stall = 1 } = options
  const asked = settled(question)
  const costs: readonly (readonly [Cost, string, Partial<Asking>])[] = [
    ['stall', 'devices that wait', { stall }],
    ['residency', 'room while it loads', { landing: 1 }],
    ['attention', 'attention of a remat', { attention: 'attend' }],
    ['wear', 'wear of flash', { writes: 'wear', ratings: 'endurance' }],
    ['ratings', "makers' ratings", { writes: 'wear', ratings: 'on' }],
    ['capital', 'cost of capital', { capitalCost }],
    ['wait', "the user's wait", { waitPrice }],
  ]
  const first = place({ ...asked, ...bare })
  const flip = (label: string, changes: Partial<Asking>, cost?: Cost): Flip => {
    const placement = Object.keys(changes).length === 0 ? first : place({ ...asked, ...bare, ...changes })
    const { cheapest } = placement
    return { ...(cost && { cost }), label, placement, cheapest, flips: cheapest !== first.cheapest }
  }
  const everything = Object.assign({}, ...costs.map(([, , changes]) => changes), { stall: 0 }) as Partial<Asking>
  return [
    flip('hold and retrieve', {}),
    ...costs.map(([cost, label, changes]) => flip(`+ ${label}`, changes, cost)),
    flip('all, loads hidden', everything),
  ]
}
