// Does a published number come out of our equations? Agrees, differs, or is bounded, with the reason; never silence.
import type { Source } from '../../catalog'
import { frozen } from '../../catalog/load'
import { Refusal, unknownName } from '../../units'
import { equationsIn, recomputed } from './recompute'
import { anchorRecords, type Recipe } from './records'
import { anchorVerdict } from './verdict'

/** `not computed` where it is outside our equations. */
export type AnchorVerdict = 'agrees' | 'differs' | 'the bound holds' | 'not computed'

export interface Anchor {
  readonly kind: 'anchor'
  readonly id: string
  /** in our words */
  readonly says: string
  /** as published, in `unit`: one number, or several in order */
  readonly expected: number | readonly number[] | null
  /** in the same unit */
  readonly computed: number | readonly number[] | null
  /** one for all, or one for each number */
  readonly unit: string | readonly string[]
  readonly verdict: AnchorVerdict
  /** why the tolerance, why the bound, or why they differ */
  readonly reason: string
  readonly source: Source
  /** printed so by its author, and not what its own inputs give */
  readonly erratum: boolean
  readonly formula: readonly string[]
  /** declared equations in the formulas; none where the publication is arithmetic alone */
  readonly equations: readonly string[]
}

export const anchorIds = (): readonly string[] => [...anchorRecords().keys()]

/** All of them, in the order of the file. */
export const anchors = (): readonly Anchor[] => anchorIds().map(anchor)

const known = new Map<string, Anchor>()

/** One published number beside ours; an unknown id is refused with the nearest. */
export function anchor(id: string): Anchor {
  const found = known.get(id) ?? frozen(judged(id))
  known.set(id, found)
  return found
}

function judged(id: string): Anchor {
  const record = anchorRecords().get(id)
  if (record === undefined) throw unknownName('anchor', id, anchorIds())
  const { says, expected, unit, source, because, erratum = false } = record
  const told = { kind: 'anchor', id, says, expected, unit, source, erratum } as const
  if ('notComputed' in record) {
    const reason = `${record.notComputed} ${because}`
    return { ...told, computed: null, verdict: 'not computed', reason, formula: [], equations: [] }
  }
  const computed = computedFor(id, record)
  return {
    ...told,
    computed: computed.length === 1 ? (computed[0] ?? null) : computed,
    verdict: anchorVerdict(id, record, computed),
    reason: because,
    formula: [record.formula].flat(),
    equations: equationsIn(record),
  }
}

function computedFor(id: string, record: Recipe): readonly number[] {
  try {
    return recomputed(record)
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(`data/anchors.json, anchor "${id}": ${error.message}`)
    throw error
  }
}
