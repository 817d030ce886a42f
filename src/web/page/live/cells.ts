// What stands on the page for each cell, and how does it follow a run? Its mark, its outputs, the numbers one may ask about.
import type { Output } from '../../../notebook/file/format'
import { type CellError, cellError } from '../../kernel/compiled'
import type { CellResult } from '../../kernel/result'
import type { LiveCell } from '../../site/live'
import type { PlotData } from '../dress'
import { same } from '../same'
import type { Session } from '../session'
import { type CellView, type CellWishes, cellView, type Mark } from './cellView'
import { closeExplanations, markQuantities, toggleExplanations } from './explainView'
import type { Tools } from './render'
import { type Slots, slotsOf } from './slots'
import { wakeCards } from './stored'

export interface CellsWishes {
  /** The reader presses Run on this source. */
  run(id: string, source: string): void
  reset(id: string): void
  trouble(error: unknown): void
  opened(id: string, ...editor: Parameters<CellWishes['opened']>): () => void
}

export interface Cells {
  readonly ids: readonly string[]
  /** What the cell shows is the reader's own from now on, and about to run. */
  take(id: string): void
  mark(id: string, as: 'running' | 'stale'): void
  /** Shows what a run left at its cell. */
  follow(result: CellResult): Promise<void>
  /** An error that came after its cell was done; false where there is no such cell. */
  stray(id: string, error: CellError): boolean
  /** Nothing runs any more: what was not run again stands. True where later figures are compared with these from now on. */
  rest(): boolean
  /** The next run is of another scenario: its figures are what later ones are compared with. */
  compareAnew(): void
  showSource(id: string, source: string): void
  /** Shows code that somebody else wrote, and that has not run. */
  offer(id: string, source: string): void
  isOffered(id: string): boolean
  /** Shows what the reader once typed and did not run. */
  draft(id: string, source: string): void
  /** What the reader typed and did not run, by cell. */
  drafts(): Readonly<Record<string, string>>
  /** Has Reset at the cells that are not as they were printed. */
  offerResets(isEdited: (id: string) => boolean): void
  outputs(id: string): readonly Output[] | undefined
}

interface Place {
  readonly section: HTMLElement
  readonly view: CellView | undefined
  readonly slots: Slots
  outputs: readonly Output[]
  last: CellResult | undefined
  calls: CellResult['calls']
}

export function cellsOn(
  cells: readonly LiveCell[],
  session: () => Session,
  ran: (id: string) => string,
  tools: Tools,
  wishes: CellsWishes,
): Cells {
  /** figures of the chosen scenario; until its run is over, unknown */
  let baseline: ReadonlyMap<string, ReadonlyMap<number, PlotData>> | undefined
  const places = new Map(cells.flatMap((cell) => placeOf(cell)))

  function placeOf({ id, source, outputs }: LiveCell): [string, Place][] {
    const section = document.querySelector<HTMLElement>(`[data-cell="${CSS.escape(id)}"]`)
    if (!section) return []
    const view = cellView(section, source.trim(), {
      run: (text) => wishes.run(id, text),
      reset: () => wishes.reset(id),
      how: () => explain(id),
      trouble: wishes.trouble,
      opened: (...editor) => wishes.opened(id, ...editor),
    })
    const slots = slotsOf(section, outputs, tools, (at) => baseline?.get(id)?.get(at))
    wakeCards(section, outputs, tools)
    return [[id, { section, view, slots, outputs, last: undefined, calls: [] }]]
  }

  function explain(id: string, text?: string): void {
    const place = places.get(id)
    if (place) toggleExplanations(place.slots.holder(), place.calls, (at) => session().explain(id, at), text)
  }

  /** Somebody else's code, shown and not run, by cell. */
  const offers = new Set<string>()
  const isOffered = (id: string): boolean => offers.has(id)
  /** A mark speaks of the code that ran; what is shown instead, and has not run, keeps its own. */
  const mark = (id: string, as: Mark, error?: CellError): void => {
    const view = places.get(id)?.view
    if (!isOffered(id) && view?.source().trim() === ran(id).trim()) view.mark(as, error)
  }

  return {
    ids: [...places.keys()],
    take(id) {
      offers.delete(id)
      places.get(id)?.view?.mark('stale')
    },
    mark,
    async follow(result) {
      const place = places.get(result.id)
      if (!place) return
      place.last = result
      mark(result.id, result.status, result.error)
      if (result.status !== 'done' && result.status !== 'failed') return
      // A cell that failed before it showed anything keeps, dimmed, what it showed before.
      if (result.error && result.outputs.length === 0) return
      place.outputs = result.outputs
      if (!same(place.calls, result.calls)) closeExplanations(place.slots.holder())
      place.calls = result.calls
      place.view?.offer({ how: result.calls.length > 0 })
      await place.slots.show(result.outputs)
      if (result.calls.length > 0 && result.outputs.length > 0) {
        markQuantities(place.slots.holder(), result.calls, (text) => explain(result.id, text))
      }
    },
    stray(id, error) {
      const place = places.get(id)
      if (!place?.last) return false
      place.last = { ...place.last, status: 'failed', error }
      mark(id, 'failed', error)
      return true
    },
    rest() {
      for (const { section, view, last } of places.values()) {
        if (section.dataset.status === 'stale' && last) view?.mark(last.status, last.error)
      }
      if (baseline) return false
      baseline = new Map([...places].map(([id, { slots }]) => [id, slots.figures()]))
      return true
    },
    compareAnew() {
      baseline = undefined
    },
    showSource(id, source) {
      const place = places.get(id)
      offers.delete(id)
      place?.view?.showSource(source)
      place?.view?.mark(place.last?.status ?? 'stale', place.last?.error)
    },
    offer(id, source) {
      const view = places.get(id)?.view
      if (!view) return
      offers.add(id)
      view.showSource(source)
      view.mark('offered', offered)
    },
    draft(id, source) {
      const view = places.get(id)?.view
      view?.showSource(source)
      view?.mark('edited')
    },
    drafts: () =>
      Object.fromEntries(
        [...places].flatMap(([id, { view }]) => {
          const source = view?.source() ?? ''
          return view && !isOffered(id) && source.trim() !== ran(id).trim() ? [[id, source]] : []
        }),
      ),
    isOffered,
    offerResets(isEdited) {
      for (const [id, { view }] of places)
        view?.offer({ reset: isEdited(id) || isOffered(id) || view.source().trim() !== ran(id).trim() })
    },
    outputs: (id) => places.get(id)?.outputs,
  }
}

const offered = cellError(
  'Refusal',
  'The link you followed changed this code. It has not been run: read it, then press Run, or Reset to drop it.',
)
