// How do the outputs on the page follow those of a run? Output by output: what is the same stays untouched.
import type { Output } from '../../../notebook/file/format'
import { assumeMime, figureMime } from '../../../notebook/mime/bundle'
import type { PlotData } from '../dress'
import { same } from '../same'
import { render, type Tools } from './render'

export interface Slots {
  show(outputs: readonly Output[]): Promise<void>
  /** The figures as they are now, to be compared with later ones. */
  figures(): ReadonlyMap<number, PlotData>
  /** where the outputs stand, made when first needed */
  holder(): HTMLElement
}

interface Slot {
  readonly element: HTMLElement
  output: Output
}

/** `section` is the cell's; `stored` what its HTML shows now. `before` gives the figure to leave behind as a ghost. */
export function slotsOf(
  section: HTMLElement,
  stored: readonly Output[],
  tools: Tools,
  before: (at: number) => PlotData | undefined,
): Slots {
  const elements = [...section.querySelectorAll<HTMLElement>(':scope > .outputs > .output')]
  const holder = () => section.querySelector<HTMLElement>(':scope > .outputs') ?? newHolder(section)
  const slots: Slot[] = stored.flatMap((output, at) => {
    const element = elements[at]
    return element ? [{ element, output }] : []
  })

  async function show(outputs: readonly Output[]): Promise<void> {
    for (const { element } of slots.splice(outputs.length)) element.remove()
    const pending = outputs.map(async (output, at) => {
      const slot = slots[at] ?? added()
      if (same(slot.output, output)) return
      const old = slot.output
      slot.output = output
      const isCurrent = () => slot.output === output
      await render(slot.element, output, { old, before: before(at), isCurrent }, tools)
    })
    await Promise.all(pending)
  }

  function added(): Slot {
    const element = document.createElement('div')
    element.className = 'output'
    holder().append(element)
    const slot: Slot = { element, output: { output_type: 'stream', name: 'stdout', text: '' } }
    slots.push(slot)
    return slot
  }

  return {
    show,
    holder,
    figures: () =>
      new Map(
        slots.flatMap(({ output }, at) => {
          const plot = plotIn(output)
          return plot ? [[at, plot] as const] : []
        }),
      ),
  }
}

function newHolder(section: HTMLElement): HTMLElement {
  const holder = document.createElement('div')
  holder.className = 'outputs'
  section.append(holder)
  return holder
}

function plotIn(output: Output): PlotData | undefined {
  const plot = 'data' in output ? output.data[figureMime] : undefined
  return plot as PlotData | undefined
}

export function assumptionIn(output: Output): unknown {
  return 'data' in output ? output.data[assumeMime] : undefined
}
