// Which numbers does a model bring at this context and layout, and where does each come from?
import type { KvDtype, Layout as WholeLayout, Work } from '../model'
import type { Asked } from './asked'
import { type Known, knownAs, type Numbers } from './known'
import { type Operating, operatingAt } from './operating'
import type { Point } from './point'

export interface Brought {
  readonly known: Readonly<Record<string, Known>>
  /** what one step of the batch reads and computes */
  readonly step: Readonly<Record<string, Known>>
  readonly notes: readonly string[]
  readonly operating?: Operating
}

// Whoever gives one of these has an arithmetic of their own in mind.
const ofPrefill = ['activeParams', 'layers', 'queryHeads', 'headDim', 'forwardFlops', 'attentionFlops']

/** `auto`, as vLLM has it: what the checkpoint declares, else 16 bits. */
export const kvOf = ({ precision }: Pick<Asked['deployment'], 'precision'>, declared: KvDtype | undefined): KvDtype =>
  precision?.kv === 'auto' ? (declared ?? 'bf16') : (precision?.kv ?? 'bf16')

export function modelNumbers(
  asked: Asked,
  layout: WholeLayout,
  { batch = 1, newTokens = 1 }: Pick<Point, 'batch' | 'newTokens'> = {},
): Brought {
  const { subject, deployment, own, context } = asked
  const { architecture, origin } = subject
  if (architecture === undefined) return { known: {}, step: {}, notes: [] }
  const { precision } = deployment
  const kv = kvOf(deployment, architecture.quantization.kv)
  const weights = precision?.weights
  const operating = operatingAt(architecture, { context, batch, newTokens, layout, kv, ...(weights && { weights }) })
  const stored = `a KV cache in ${kv}, ${precision?.kv === undefined ? 'the default' : 'as given'}`
  const { plain, atContext, notes } = operating
  const isGiven = (names: readonly string[]): boolean => names.some((name) => own[name] !== undefined)
  const mine = isGiven(ofPrefill) && own.prefillFlops === undefined
  const { prefillFlops, weightBytesKept, ...bytes } = atContext
  const derived = {
    ...(!isGiven(['totalParams', 'bytesPerParam']) && { weightBytesKept }),
    ...(!isGiven(['bytesPerToken']) && bytes),
  } as Numbers
  const ofStep = numbersOfWork(operating.step, (name) => own[name] !== undefined)
  return {
    operating,
    step: knownAs(ofStep, {
      ...origin,
      source: `derived from ${origin.source}: a step of ${batch} x ${newTokens} tokens after ${context}`,
    }),
    known: {
      ...knownAs(plain, origin),
      ...knownAs({ bytesPerElement: plain.bytesPerElement ?? 0 }, { source: stored }),
      ...(weights &&
        knownAs({ bytesPerParam: plain.bytesPerParam ?? 0 }, { source: `weights in ${weights}, as given` })),
      ...knownAs(derived, { ...origin, source: `derived from ${origin.source} at ${context} tokens, with ${stored}` }),
      ...(!mine &&
        prefillFlops !== undefined &&
        knownAs(
          { prefillFlops },
          { ...origin, source: `derived from ${origin.source}: mean over a prompt of ${context} tokens` },
        )),
    },
    notes: mine
      ? [...notes, 'The arithmetic follows from what was set, as if every layer attended to all tokens.']
      : notes,
  }
}

/** What a pass reads and computes, by vocabulary name; not what follows from numbers given in its place. */
export function numbersOfWork(work: Work, isGiven: (name: string) => boolean): Numbers {
  const { batch, passLength, places, weightBytesRead, sequenceBytesRead, tokenFlops, passFlops } = work
  return {
    ...{ batch, passLength, places },
    ...(!['totalParams', 'bytesPerParam'].some(isGiven) && { weightBytesRead }),
    ...(!isGiven('bytesPerToken') && { sequenceBytesRead }),
    ...(![...ofPrefill, 'attentionSlowdown'].some(isGiven) && { tokenFlops, passFlops }),
  }
}
