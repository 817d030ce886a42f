// Does what was computed agree with what was published? Within its tolerance, on the right side of its bound, and proved where that is asked.
import { prove } from '../../derivations'
import { Refusal } from '../../units'
import { within } from '../tolerance'
import type { AnchorVerdict } from './anchor'
import type { Recipe } from './records'

/** From the computed numbers, and a proof where one is asked for. */
export function anchorVerdict(id: string, record: Recipe, computed: readonly number[]): AnchorVerdict {
  const { expected, bound, tolerance, identity } = record
  const published = [expected ?? []].flat()
  if (published.length !== computed.length || (bound === undefined) === (tolerance === undefined)) {
    throw new Refusal(
      `data/anchors.json, anchor "${id}": expected as many published numbers as computed ones, and either a tolerance or a bound.`,
    )
  }
  const same = computed.every((value, i) => meets(published[i] ?? Number.NaN, value, record))
  const proved = identity === undefined || isProved(identity)
  if (!same || !proved) return 'differs'
  return bound === undefined ? 'agrees' : 'the bound holds'
}

function meets(published: number, value: number, { bound, tolerance = 'exact' }: Recipe): boolean {
  if (bound === 'least') return value <= published
  if (bound === 'most') return value >= published
  return within(published, value, tolerance)
}

const isProved = ([left, right]: readonly [string, string]): boolean =>
  prove({ id: '', says: '', left, right }).verdict === 'proved'
