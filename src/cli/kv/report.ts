// How does a reader see what a cache weighs? A line for each kind of layer, then the model as a whole.
import { type AllocationOptions, type Architecture, bytesAt, type KvReport, perSequence, perToken } from '../../model'
import { layersOf } from '../../model/bytes'
import { formatNumber, formatQuantity } from '../../units'
import { columns, table } from '../columns'

type Shown = AllocationOptions & { readonly allocated: boolean }
type ByContext = Readonly<Record<string, number>>

const bytes = (value: number): string => formatQuantity(value, 'B')

export function reportText(name: string, architecture: Architecture, report: KvReport, shown: Shown): string {
  const contexts = Object.keys(report.kv.bytesAt).map(Number)
  const head = [
    'layers',
    '',
    'per token',
    'per sequence',
    ...contexts.map((context) => `at ${formatNumber(context, 15)}`),
  ]
  return [
    `${name} (${report.family}), KV cache in ${shown.kvDtype ?? 'bf16'}`,
    '',
    ...table(head, [...kindRows(architecture, contexts, shown), ...wholeRows(report, contexts, shown)], right(head)),
    '',
    ...columns(modelRows(report)),
    ...(report.notes.length > 0 ? ['', 'Notes', ...report.notes.map((note) => `  ${note}`)] : []),
  ].join('\n')
}

const right = (head: readonly string[]): number[] => head.flatMap((_, i) => (i === 1 ? [] : [i]))

// A kind is the same architecture with only its layers, so that the library's own functions count it.
function kindRows(architecture: Architecture, contexts: readonly number[], options: Shown): string[][] {
  const counted = layersOf(architecture, options)
  return [...new Set(counted.map(({ kind }) => kind))].map((kind) => {
    const layers = counted.filter((layer) => layer.kind === kind)
    const part = { ...architecture, layers, draftLayers: [] }
    const { speculative: _, ...own } = options
    return [
      `${layers.length}`,
      kind,
      bytes(perToken(part, own)),
      bytes(perSequence(part, own)),
      ...contexts.map((context) => bytes(bytesAt(part, context, own))),
    ]
  })
}

function wholeRows({ kv }: KvReport, contexts: readonly number[], { allocated }: Shown): string[][] {
  const row = (what: string, at: ByContext, more: readonly string[] = ['', '']): string[] => [
    '',
    what,
    ...more,
    ...contexts.map((context) => (at[context] === undefined ? '–' : bytes(at[context]))),
  ]
  const reads = contexts.some((context) => kv.readBytesAt[context] !== kv.bytesAt[context])
  return [
    row('one sequence', kv.bytesAt, [bytes(kv.perToken), bytes(kv.perSequence)]),
    ...(reads ? [row('read in a decode step', kv.readBytesAt)] : []),
    ...(allocated ? [row('allocated by vLLM', kv.allocatedAt)] : []),
  ]
}

function modelRows({ parameters, flopsPerToken, flopsPerTokenAbsorbed, kv }: KvReport): string[][] {
  const counts = (Object.entries(parameters) as [string, number][]).map(([name, value]) => [
    name === 'total' ? 'parameters' : '',
    `${formatNumber(value, 15)} ${spelled[name] ?? name}`,
  ])
  const passes = Object.entries(flopsPerToken).map(([context, value], i) => {
    const absorbed = flopsPerTokenAbsorbed[context]
    const also = absorbed === undefined || absorbed === value ? '' : ` (${formatQuantity(absorbed, 'FLOP')} absorbed)`
    return [
      i === 0 ? 'forward pass' : '',
      `${formatQuantity(value, 'FLOP')} a token that sees ${context} tokens${also}`,
    ]
  })
  const longest = Object.entries(kv.allocatedAt).filter(([context]) => kv.bytesAt[context] === undefined)
  const reserved = longest.map(([context, value]) => [
    'allocated',
    `${bytes(value)} (${value} B) for ${context} tokens`,
  ])
  return [...counts, ...passes, ...reserved]
}

const spelled: Readonly<Record<string, string>> = {
  total: 'in all',
  active: 'used by a token',
  activeWithoutInputEmbedding: 'of them without the input embedding',
  activeWithoutEmbeddings: 'of them without any embedding',
}
