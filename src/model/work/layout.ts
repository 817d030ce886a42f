// How is a model cut over devices? Widths of the cuts, what may be asked of them, and how many devices that makes.
import { Refusal } from '../../units/refusal'
import type { Architecture } from '../architecture'
import { weightsOf } from '../parameters'

/**
 * `tensor`: heads are cut over the ranks, and what has fewer heads than ranks is copied; `data`: a sequence lives whole on
 * one device, attention's weights on all; `context`: heads are cut as in `tensor` and the cache is cut by tokens, one copy.
 */
export type AttentionCut = 'tensor' | 'data' | 'context'

export type Layout = {
  /** Devices over which every matrix of a stage is cut. */
  readonly tensorParallel: number
  /** Groups of layers, each on devices of its own. */
  readonly pipelineStages: number
  /** Devices of a stage over which the routed experts are spread. */
  readonly expertParallel: number
  readonly attention: AttentionCut
}

const widths = ['tensorParallel', 'pipelineStages', 'expertParallel'] as const
const cuts: readonly AttentionCut[] = ['tensor', 'data', 'context']

/** The layout with 1 and `tensor` for what is not said. Refuses a width that is no whole number, and two that do not nest. */
export function layoutOf(partial: Partial<Layout> = {}): Layout {
  const layout = { tensorParallel: 1, pipelineStages: 1, expertParallel: 1, attention: 'tensor' as const, ...partial }
  for (const name of widths) {
    const width = layout[name]
    if (Number.isInteger(width) && width >= 1) continue
    throw new Refusal(`${name} is ${width}: expected a whole number of devices, 1 or more.`)
  }
  if (!cuts.includes(layout.attention)) {
    throw new Refusal(`attention is cut by "${layout.attention}": expected ${cuts.join(', ')}.`)
  }
  const { tensorParallel, expertParallel } = layout
  const [narrow, wide] = [Math.min(tensorParallel, expertParallel), Math.max(tensorParallel, expertParallel)]
  if (wide % narrow !== 0) {
    throw new Refusal(
      `tensorParallel ${tensorParallel} and expertParallel ${expertParallel} do not share a stage: expected one to divide the other.`,
    )
  }
  return layout
}

/** Devices of one stage: the wider cut says it, the narrower is repeated. */
export const devicesOfStage = ({ tensorParallel, expertParallel }: Layout): number =>
  Math.max(tensorParallel, expertParallel)

/** Devices of a whole layout: those of a stage times the stages. */
export const devicesOf = (layout: Layout): number => devicesOfStage(layout) * layout.pipelineStages

/** Groups of a stage that serve sequences of their own. */
export const groupsOf = (layout: Layout): number =>
  layout.attention === 'data' ? devicesOfStage(layout) : devicesOfStage(layout) / layout.tensorParallel

/** Refuses a cut that this model has no seam for. */
export function checkLayout(architecture: Architecture, layout: Layout): void {
  const { tensorParallel, pipelineStages, expertParallel, attention } = layout
  const { layers } = architecture
  if (pipelineStages > layers.length) {
    throw new Refusal(
      `pipelineStages is ${pipelineStages} but the model has ${layers.length} layers: expected no more.`,
    )
  }
  if (expertParallel > 1 && !weightsOf(architecture).some(({ role }) => role === 'experts')) {
    throw new Refusal(`expertParallel is ${expertParallel} but the model has no experts: expected 1.`)
  }
  if (attention === 'data') return
  for (const { queries } of layers) {
    if (queries === undefined || queries.heads % tensorParallel === 0) continue
    throw new Refusal(
      `tensorParallel ${tensorParallel} does not divide the ${queries.heads} query heads of a layer: expected ${nearestDivisors(queries.heads, tensorParallel)}.`,
    )
  }
}

function nearestDivisors(heads: number, asked: number): string {
  const divisors = Array.from({ length: heads }, (_, index) => index + 1).filter((width) => heads % width === 0)
  const [below, above] = [divisors.filter((width) => width < asked).at(-1), divisors.find((width) => width > asked)]
  return [below, above].filter((width) => width !== undefined).join(' or ')
}
