// Which handful of pure numbers decides between near, far and deleting? In two of them every border is a straight line.
import { ofDouble } from '../../algebra/exactly'
import { exact, type Fraction, fraction, toNumber } from '../../algebra/rational'
import { Refusal } from '../../units'

/**
 * All bills are per token and in reads from afar: holding there for the drain time D, the hold time at which holding costs one read.
 * near: nearOverFar T/D + nearOnce · far: T/D + reuses (1 + stall / tierOverDevices) + farWrite · remat: reuses / (tierOverDevices loadOverRemat)
 */
export interface Groups {
  /** T/D of the far tier */
  readonly holdOverDrain: number
  /** device time of a load over that of a rematerialization */
  readonly loadOverRemat: number
  /** what a byte costs to hold nearby over what it costs afar */
  readonly nearOverFar: number
  /** what the far tier costs over what the devices cost, both for the time of a load */
  readonly tierOverDevices: number
  readonly stall: number
  readonly reuses: number
  /** what is paid nearby once, over one read from afar (default 0) */
  readonly nearOnce?: number
  /** the write afar, over one read (default 0) */
  readonly farWrite?: number
  /** the fixed time of a request over that of its rematerialization (default 0) */
  readonly requestOverRemat?: number
}

export type Regime = 'near' | 'far' | 'remat'

/** A border: x times T/D + u times remat over load + one = 0. Above 0 the first has won; exact. */
export interface Facet {
  readonly name: 'near and far' | 'far and remat' | 'near and remat' | 'in time'
  readonly x: Fraction
  readonly u: Fraction
  readonly one: Fraction
}

const positive = ['nearOverFar', 'tierOverDevices', 'reuses'] as const

function refuseImpossible(groups: Groups): void {
  for (const [name, value] of Object.entries(groups)) {
    if (!(value >= 0 && Number.isFinite(value)))
      throw new Refusal(`${name} is ${value}: expected a number that is not negative.`)
  }
  const nothing = positive.find((name) => groups[name] === 0)
  if (nothing !== undefined) throw new Refusal(`${nothing} is 0: expected a positive number.`)
}

const { add, multiply, negate } = exact
const over = (a: Fraction, b: Fraction): Fraction => multiply(a, exact.invert(b) as Fraction)
const [none, unit] = [fraction(0n), fraction(1n)]

/** The bills as lines in x = T/D and u = remat over load, exactly. */
function billsIn(groups: Groups): Readonly<Record<Regime, Omit<Facet, 'name'>>> {
  refuseImpossible(groups)
  const [ratio, price, stall, reuses] = (['nearOverFar', 'tierOverDevices', 'stall', 'reuses'] as const).map((name) =>
    ofDouble(groups[name]),
  ) as [Fraction, Fraction, Fraction, Fraction]
  const reads = multiply(reuses, add(unit, over(stall, price)))
  return {
    near: { x: ratio, u: none, one: ofDouble(groups.nearOnce ?? 0) },
    far: { x: unit, u: none, one: add(reads, ofDouble(groups.farWrite ?? 0)) },
    remat: { x: none, u: over(reuses, price), one: none },
  }
}

/** The three borders between bills, and the one that makes a load as slow as a rematerialization. */
export function facetsOf(groups: Groups): readonly Facet[] {
  const bills = billsIn(groups)
  const between = (name: Facet['name'], winner: Regime, loser: Regime): Facet => {
    const [w, l] = [bills[winner], bills[loser]]
    return { name, x: add(l.x, negate(w.x)), u: add(l.u, negate(w.u)), one: add(l.one, negate(w.one)) }
  }
  return [
    between('near and far', 'near', 'far'),
    between('far and remat', 'far', 'remat'),
    between('near and remat', 'near', 'remat'),
    // A load waits 1 / u where a remat waits 1 and the request: u (1 + request) - 1.
    { name: 'in time', x: none, u: add(unit, ofDouble(groups.requestOverRemat ?? 0)), one: negate(unit) },
  ]
}

/** Who is cheapest; of equals the nearer. */
export function regimeOf(groups: Groups): Regime {
  const bills = billsIn(groups)
  const [x, load] = [ofDouble(groups.holdOverDrain), ofDouble(groups.loadOverRemat)]
  // All bills times load over remat, which may be 0.
  const cost = ({ x: slope, u, one }: Omit<Facet, 'name'>): Fraction =>
    add(multiply(load, add(multiply(slope, x), one)), u)
  return (['near', 'far', 'remat'] as const).reduce((best, one) =>
    exact.compare(cost(bills[one]), cost(bills[best])) < 0 ? one : best,
  )
}

/** T/D from which far costs less than near, however dear a remat is; absent where it never does. */
export function nearToFar(groups: Groups): number | undefined {
  const { x, one } = facetsOf(groups)[0] as Facet
  const inverse = exact.invert(x)
  const at = inverse && multiply(negate(one), inverse)
  return at === undefined || at.over <= 0n || x.over > 0n ? undefined : toNumber(at)
}

/** Load over remat at which deleting costs as much as what is cheaper of the two at this T/D: below it keeping wins. */
export function keepToRemat(groups: Groups, holdOverDrain: number): number {
  const { near, far, remat } = billsIn(groups)
  const x = ofDouble(holdOverDrain)
  const [here, there] = [near, far].map((bill) => add(multiply(bill.x, x), bill.one)) as [Fraction, Fraction]
  const kept = exact.compare(here, there) <= 0 ? here : there
  return kept.over === 0n ? Number.POSITIVE_INFINITY : toNumber(over(remat.u, kept))
}

/** Where all three cost the same. */
export function triplePoint(
  groups: Groups,
): { readonly holdOverDrain: number; readonly loadOverRemat: number } | undefined {
  const holdOverDrain = nearToFar(groups)
  if (holdOverDrain === undefined) return undefined
  return { holdOverDrain, loadOverRemat: keepToRemat(groups, holdOverDrain) }
}
