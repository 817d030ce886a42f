// servemath anchors: do the numbers that others published come out of our equations?
import { type Anchor, anchor, anchors as every } from '../../lecture/anchors'
import { formatNumber, formatQuantity, parseUnit } from '../../units'
import { columns, table } from '../columns'
import type { Answer, Verb } from '../verb'
import { onlyWord } from '../words'

export const anchors: Verb = {
  usage: 'anchors [ID]',
  says: 'Every published number beside ours with the verdict and its reason, or one of them with its formula and source.',
  flags: {},
  examples: ['anchors', 'anchors ds-node-days', 'anchors erratum-book-gib', 'anchors --json'],
  run: (words) => (words.free.length === 0 ? all() : one(anchor(onlyWord(words, 'the id of an anchor')))),
}

function all(): Answer {
  const found = every()
  return {
    json: found.map(told),
    text: () => {
      const rows = found.map((each) => [
        each.id,
        brief(each.expected, each),
        brief(each.computed, each),
        each.verdict.replace('the ', ''),
      ])
      return [
        ...table(['anchor', 'published', 'ours', 'verdict'], rows, [1, 2]),
        '',
        `${found.length} published numbers: ${counted(found)}.`,
        `${found.filter(({ erratum }) => erratum).length} of them are errata: printed so, and not what their own inputs give.`,
        'servemath anchors ID says why.',
      ].join('\n')
    },
  }
}

const one = (found: Anchor): Answer => ({ json: told(found), text: () => anchorText(found) })

/** The record without the tag that tells a cell how to show it; the source as where to read it. */
function told({ kind: _, source, ...rest }: Anchor): object {
  return { ...rest, source: source.title, url: source.url }
}

function counted(found: readonly Anchor[]): string {
  return (['agrees', 'differs', 'the bound holds', 'not computed'] as const)
    .map((verdict) => `${found.filter((each) => each.verdict === verdict).length} ${verdict}`)
    .join(', ')
}

function anchorText(found: Anchor): string {
  const { id, says, expected, computed, verdict, reason, formula, equations, source } = found
  return [
    `${id}: ${verdict}`,
    says,
    '',
    ...columns([
      ['published', ...(expected === null ? ['no number'] : full(expected, found))],
      ['ours', ...(computed === null ? ['not computed'] : full(computed, found))],
      ...formula.map((text) => ['formula', text]),
      ...(equations.length > 0 ? [['equations', equations.join(', ')]] : []),
    ]),
    '',
    reason,
    '',
    `${source.title}: ${source.url}`,
  ].join('\n')
}

type Shown = Anchor['expected']

const full = (numbers: Exclude<Shown, null>, { unit }: Anchor): readonly string[] =>
  [numbers].flat().map((value, i) => inUnit(value, unitAt(unit, i)))

// A cell of the table: one number, or the ends of several.
function brief(numbers: Shown, { unit }: Anchor): string {
  if (numbers === null) return '–'
  const all = [numbers].flat()
  const [first, last] = [all[0] ?? Number.NaN, all.at(-1) ?? Number.NaN]
  if (all.length === 1) return short(first, unitAt(unit, 0))
  const ends = `${formatNumber(first, 3)} … ${formatNumber(last, 3)}`
  return ends.length <= cell ? ends : `${all.length} numbers`
}

const unitAt = (unit: Anchor['unit'], i: number): string => (typeof unit === 'string' ? unit : (unit[i] ?? '1'))
const inUnit = (value: number, unit: string): string => `${formatNumber(value, 6)}${unit === '1' ? '' : ` ${unit}`}`

const cell = 15
// As published; a long number of base units with a prefix.
function short(value: number, unit: string): string {
  const plain = `${formatNumber(value, 4)}${unit === '1' ? '' : ` ${unit}`}`
  return plain.length <= cell || parseUnit(unit).scale !== 1 ? plain : formatQuantity(value, unit)
}
