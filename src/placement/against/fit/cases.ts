// Which rows may a fit learn from, and what would it predict of each? Those an equation of a pass is about, with their work counted once.
import type { CalibratedNumbers } from '../../../catalog/calibration'
import { passNumbers, quick } from '../expected'
import { checkRow } from '../ideal'
import { loadAt } from '../load'
import { type Arithmetic, arithmeticOf } from '../precision'
import { type Pass, timeOf } from '../predict'
import { Skip } from '../reasons'
import { type Fields, type Row, rowOf } from '../row'

/** What is fitted: the numbers of an expected pass, with `mfu` by precision. */
export type Rates = Omit<CalibratedNumbers, 'mfu'> & Readonly<Record<`mfu.${Arithmetic}`, number>>

export type Kind = 'decode' | 'prompt' | 'first token' | 'load'

export interface Case {
  readonly id: string
  readonly kind: Kind
  /** a publication and its engine */
  readonly source: string
  /** publication alone: its engines are measured by the same hands */
  readonly publication: string
  /** within it a model on a part: rows of one group share their oddities */
  readonly group: string
  readonly machine: string
  /** of a generation from before Hopper and Ada, so before 2023 */
  readonly old: boolean
  readonly arithmetic?: Arithmetic
  readonly tokens: number
  readonly measured: number
  readonly predict: (rates: Rates) => number
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Rows of traffic, whose steps carry the prompts of others; no field of theirs says so. */
const underLoad = new Set(['inferencex-exp'])

/** The case of a row; undefined where it is about something else, marked suspect, did not fit, or was measured under load. */
export function caseOf(fields: Fields): Case | undefined {
  if (underLoad.has(text(fields.source_key)) || fields.rate_per_s !== undefined) return undefined
  try {
    const row = rowOf(fields, 'calibrated')
    if (row.quantity !== 'kv_load_s') checkRow(row)
    return isOfUse(row, text(fields.system)) ? counted(row, fields) : undefined
  } catch (error) {
    if (error instanceof Skip) return undefined
    throw error
  }
}

// Other vendors' engines of 2024 were far from their machines: a number fitted to both would be true of neither.
const isNvidia = ({ name }: Row['machine']): boolean => /NVIDIA/.test(name)

export const isOld = (name: string): boolean => /A100|V100|\bT4|A10G|A40|RTX A\d|RTX 30/.test(name)

// Weights that are widened before they are multiplied, and layers on cards that wait for one another, compute by other rules.
const computesPlainly = ({ arithmetic, bytesPerParam, layout }: Row): boolean =>
  bytesPerParam >= { bf16: 2, fp8: 1, fp4: 0.5 }[arithmetic] && layout.pipelineStages === 1

// On sister machines that engine's prompts of 2024 lie a factor of eight apart: they tell of its kernels, not of the machines.
const ownKernels = /llama\.cpp/

const isOfUse = (row: Row, system: string): boolean =>
  isNvidia(row.machine) &&
  (kindOf(row) !== 'prompt' || (computesPlainly(row) && row.inputTokens >= shortest && !ownKernels.test(system)))
/** Shorter prompts take the fixed time of an engine and little else. */
const shortest = 128

function kindOf({ quantity }: Row): Kind {
  if (quantity === 'kv_load_s') return 'load'
  if (quantity === 'ttft_s') return 'first token'
  return quantity === 'tpot_s' || quantity === 'e2e_s' ? 'decode' : 'prompt'
}

function counted(row: Row, fields: Fields): Case {
  const source = [text(fields.source_key), text(fields.system)].filter((word) => word !== '').join(', ')
  const kind = kindOf(row)
  return {
    ...{ id: row.id, kind, source, group: [source, row.model.id, row.machine.id, kind].join(' | ') },
    ...{ publication: text(fields.source_key), machine: row.machine.id, old: isOld(row.machine.name) },
    ...{ arithmetic: arithmeticOf(row).precision, tokens: row.inputTokens, measured: row.measured },
    predict: kind === 'load' ? (rates) => loadAt(row, rates) : predictor(row),
  }
}

/** A few steps stand for all of them: their times lie on lines. */
const panels = 4

function predictor(row: Row): (rates: Rates) => number {
  const name = `mfu.${arithmeticOf(row).precision}` as const
  const equation = row.quantity === 'ttft_s' ? quick.firstToken : quick.pass
  const works = new Map<string, object>()
  const workOf = (pass: Pass): object => {
    const key = `${pass.context} ${pass.newTokens}`
    const work = works.get(key) ?? passNumbers(row, pass)
    works.set(key, work)
    return work
  }
  return (rates) => timeOf(row, (pass) => equation({ ...workOf(pass), ...rates, mfu: rates[name] }), panels)
}
