// How do the devices share the work? As asked where that divides, else tensor parallel as wide as the heads allow.
import { type Architecture, devicesOf, devicesOfStage, type Layout as WholeLayout } from '../model'
import { Refusal } from '../units'
import { oneOf, wholeIn } from './amount'
import type { AttentionLayout, Layout } from './deployment'

export const attentionLayouts: readonly AttentionLayout[] = ['tensor', 'data', 'context']
const widths = ['tensorParallel', 'pipelineStages', 'expertParallel'] as const

export interface LayoutSubject {
  readonly name: string
  /** absent where only numbers are known, which any layout divides */
  readonly architecture?: Architecture
}

/** The devices that a layout names by itself, where it says how wide its tensors are cut or its experts spread. */
export function devicesAsked({ tensorParallel, pipelineStages = 1, expertParallel }: Layout): number | undefined {
  if (tensorParallel === undefined && expertParallel === undefined) return undefined
  return Math.max(tensorParallel ?? 1, expertParallel ?? 1) * pipelineStages
}

/** The whole layout of so many devices; one that does not divide is refused with the nearest that does. */
export function wholeLayout(
  devices: number,
  asked: Layout,
  subject: LayoutSubject,
  scaleUpDevices: number,
  /** false where the layout itself says how many: then another may take another number */
  devicesAreGiven = true,
): WholeLayout {
  for (const name of widths) if (asked[name] !== undefined) wholeIn(asked[name], `layout.${name}`)
  const attention = oneOf(asked.attention ?? 'tensor', attentionLayouts, 'layout.attention')
  const { pipelineStages, expertParallel = 1 } = asked
  const stage = pipelineStages === undefined ? undefined : stageOf(devices, pipelineStages)
  const tensorParallel = asked.tensorParallel ?? widest(stage ?? devices, attention, subject, stage ?? scaleUpDevices)
  const wide = Math.max(tensorParallel, expertParallel)
  const whole = { tensorParallel, expertParallel, attention, pipelineStages: pipelineStages ?? devices / wide }
  checkNested(whole)
  checkProduct(whole, devices)
  checkHeads(whole, subject, devicesAreGiven ? devices : undefined)
  checkSeams(whole, subject)
  return whole
}

function stageOf(devices: number, stages: number): number {
  if (devices % stages === 0) return devices / stages
  throw new Refusal(
    `layout.pipelineStages ${stages} does not divide the ${devices} devices: take ${nearest(stages, (n) => devices % n === 0)}.`,
  )
}

function widest(devices: number, attention: AttentionLayout, subject: LayoutSubject, most: number): number {
  for (let width = Math.min(devices, most); width > 1; width--) {
    if (devices % width === 0 && undivided(width, attention, subject) === undefined) return width
  }
  return 1
}

function checkNested({ tensorParallel, expertParallel }: WholeLayout): void {
  const [narrow, wide] = [Math.min(tensorParallel, expertParallel), Math.max(tensorParallel, expertParallel)]
  if (wide % narrow === 0) return
  const near = nearest(expertParallel, (width) => width % tensorParallel === 0 || tensorParallel % width === 0)
  throw new Refusal(
    `layout.expertParallel ${expertParallel} and layout.tensorParallel ${tensorParallel} do not share a stage, where one must divide the other: take expertParallel ${near}.`,
  )
}

function checkProduct(layout: WholeLayout, devices: number): void {
  const product = devicesOf(layout)
  if (product === devices && Number.isInteger(layout.pipelineStages)) return
  const [wide, stages] = [devicesOfStage(layout), layout.pipelineStages]
  const near = nearest(wide, (width) => devices % width === 0)
  throw new Refusal(
    `The layout takes ${wide} times ${Number.isInteger(stages) ? stages : stages.toFixed(2)} devices, not ${devices}: make it ${near} wide in ${devices / near} stages, or leave devices out.`,
  )
}

function checkHeads(
  { tensorParallel, attention }: WholeLayout,
  subject: LayoutSubject,
  devices: number | undefined,
): void {
  const heads = undivided(tensorParallel, attention, subject)
  if (heads === undefined) return
  const divides = (width: number): boolean =>
    (devices === undefined || devices % width === 0) && undivided(width, attention, subject) === undefined
  const near = nearest(tensorParallel, divides)
  throw new Refusal(
    `layout.tensorParallel ${tensorParallel} does not divide ${heads} of ${subject.name}: take ${near}.`,
  )
}

/** The heads that a width does not divide, if any; key/value heads may also be copied, a whole number of times. */
function undivided(width: number, attention: AttentionLayout, { architecture }: LayoutSubject): string | undefined {
  if (architecture === undefined || attention === 'data') return undefined
  for (const { queries, caches } of architecture.layers) {
    if (queries !== undefined && queries.heads % width !== 0) return `the ${queries.heads} query heads`
    for (const cache of caches) {
      if (cache.keeps !== 'entries' || cache.entry.holds !== 'keysAndValues') continue
      const { heads } = cache.entry
      if (heads % width !== 0 && width % heads !== 0) return `the ${heads} key/value heads`
    }
  }
  return undefined
}

function checkSeams({ pipelineStages, expertParallel }: WholeLayout, { name, architecture }: LayoutSubject): void {
  if (architecture === undefined) return
  const { layers } = architecture
  if (pipelineStages > layers.length) {
    throw new Refusal(`layout.pipelineStages is ${pipelineStages} but ${name} has ${layers.length} layers: take fewer.`)
  }
  if (expertParallel === 1 || layers.some(({ weights }) => weights.some(({ role }) => role === 'experts'))) return
  throw new Refusal(`layout.expertParallel is ${expertParallel} but ${name} has no experts: leave it out.`)
}

/** The nearest whole number from 1 on that does; of two equally near the larger. */
function nearest(asked: number, does: (value: number) => boolean): number {
  const from = Math.max(1, Math.round(asked))
  for (let far = 0; far < from; far++) {
    if (does(from + far)) return from + far
    if (does(from - far)) return from - far
  }
  return 1
}
