// What should one know about odds? Whose the ranges are, and what is taken as known.
import type { Ranges } from '../../algebra'
import type { Settled } from '../question'

/** Each a sentence. */
export function notesOf({ deployment }: Settled, ranges: Ranges, mine: Ranges): string[] {
  const usual = Object.keys(ranges).filter((name) => mine[name] === undefined)
  const kindOf = (name: string) => {
    const dot = name.lastIndexOf('.')
    const tiers = deployment.tiers.filter(({ id }) => dot < 0 || id === name.slice(0, dot))
    const known = deployment.provenance[name] ?? tiers.map((tier) => tier.known[name.slice(dot + 1)]).find(Boolean)
    return known?.kind
  }
  const assumed = usual.filter((name) => kindOf(name) === 'assumed')
  return [
    ...(usual.length === 0
      ? []
      : [
          'Ranges that were not given are ours: a factor either way by how sure the source of a number is, missed once in ten.',
        ]),
    ...(assumed.length === 0 ? [] : [`Both the number and its range are assumed: ${assumed.join(', ')}.`]),
    'What was set, what is read off a data sheet, and the model, its devices and its layout are taken as known.',
    'Every number varies by itself: prices that move together are not drawn together.',
  ]
}
