// How does a chapter come to life? Its cells run in a worker, its cards and code take a reader's hand, its outputs follow.
import type { Output } from '../../../notebook/file/format'
import { cellError } from '../../kernel/compiled'
import type { CellResult } from '../../kernel/result'
import type { LiveCell, LiveChapter } from '../../site/live'
import type { PlotData } from '../dress'
import type { Figures } from '../figures'
import { openSession, type Session } from '../session'
import { textAt } from '../textAt'
import { truthOf } from '../truth'
import { barIn } from './bar'
import { type CellView, cellView } from './cellView'
import { markQuantities, toggleExplanations } from './explainView'
import { type Kept, keep } from './keep'
import type { Tools } from './render'
import { fromHash, toHash } from './share'
import { type Slots, slotsOf } from './slots'
import { spawnWorker } from './spawn'
import { scenarioOf, standings } from './standing'
import { assumptionOf, keptFor, sourcesOf, storedFigures, wakeCards } from './stored'

const patience = 4000

interface LiveView {
  readonly cell: LiveCell
  readonly section: HTMLElement
  readonly view: CellView | undefined
  readonly slots: Slots
  outputs: readonly Output[]
  last: CellResult | undefined
  calls: CellResult['calls']
}

/** `bench` is the element that names the chapter. The function it resolves to puts it to sleep. */
export async function wakeChapter(bench: HTMLElement, figures: Figures, left: AbortSignal): Promise<() => void> {
  const address = bench.dataset.chapter ?? ''
  const chapter: LiveChapter = JSON.parse(await textAt(address))
  const shared = await fromHash(location.hash)
  const kept = keptFor(chapter, address)
  if (left.aborted) return () => {}
  const codeCells = chapter.cells.filter(({ type, source }) => type === 'code' && source.trim() !== '')
  const truth = truthOf({ cells: codeCells, edits: sourcesOf(kept, codeCells), chosen: kept.chosen })
  const standing = standings(() => truth.chosen())
  standing.learn(codeCells.flatMap(({ outputs }) => outputs.flatMap((output) => assumptionOf(output))))
  if (shared) truth.choose({ ...released(), ...standing.asChosen(shared.values) })
  const sliders: { readonly card: HTMLElement; refresh(): void }[] = []
  let yours = truth.chosen()
  /** figures of the chosen scenario; until its run is over, unknown */
  let baseline: ReadonlyMap<string, ReadonlyMap<number, PlotData>> | undefined

  const tools: Tools = {
    figures,
    places: chapter.places,
    choose(name, value) {
      const standard = standing.of(name)?.standard ?? value
      session.choose({ [name]: value === standard ? undefined : { value, instead: standard } })
      yours = truth.chosen()
      busy()
    },
    release(name) {
      session.choose({ [name]: undefined })
      busy()
    },
    standing: (name) => standing.of(name),
    follow: (card, refresh) => void sliders.push({ card, refresh }),
    judge: (exercise, text) => session.answer(exercise, text),
  }
  const views = new Map(codeCells.flatMap((cell) => liveView(cell)))
  baseline = Object.keys(truth.chosen()).length > 0 ? undefined : storedFigures(codeCells)

  const session: Session = openSession({
    truth,
    patience,
    spawn: () => spawnWorker(chapter.places.scripts.worker),
    fetchModule: (name) => textAt(chapter.places.scripts[name === 'mathjs' ? 'mathjs' : 'compiler']),
    events: {
      stale: (ids) =>
        ids.forEach((id) => {
          mark(id, 'stale')
        }),
      begin: (id) => mark(id, 'running'),
      end: (result) => void follow(result),
      idle() {
        bar.busy(false)
        // What came out as before was never run again, and stands.
        for (const { section, view, last } of views.values()) {
          if (section.dataset.status === 'stale' && last) view?.mark(last.status, last.error)
        }
        baseline ??= new Map([...views].map(([id, { slots }]) => [id, slots.figures()]))
        bar.say('')
        remember()
      },
      trouble: (error) => bar.say(error.message),
    },
  })
  const bar = barIn(bench, chapter.scenarios, {
    scenario: chooseScenario,
    resetAll,
    share: () => void share(),
    saveNotebook: () => void saveNotebook(),
    savePage: () => void savePage(),
    stop: () => session.stop(),
  })

  function liveView(cell: LiveCell): [string, LiveView][] {
    const section = document.querySelector<HTMLElement>(`[data-cell="${CSS.escape(cell.id)}"]`)
    if (!section) return []
    const { id, source, outputs } = cell
    const view = cellView(section, source.trim(), {
      run: (text) => edit(id, text),
      reset: () => reset(id),
      how: () => explain(id),
      trouble: (error) => bar.say(String(error)),
    })
    const slots = slotsOf(section, outputs, tools, (at) => baseline?.get(id)?.get(at))
    return [[id, { cell, section, view, slots, outputs, last: undefined, calls: [] }]]
  }

  function mark(id: string, as: 'stale' | 'running'): void {
    const found = views.get(id)
    if (found && found.section.dataset.status !== 'offered') found.view?.mark(as)
  }

  async function follow(result: CellResult): Promise<void> {
    const found = views.get(result.id)
    if (!found) return
    const { view, slots, section } = found
    standing.learn(result.assumptions)
    found.last = result
    if (section.dataset.status !== 'offered') view?.mark(result.status, result.error)
    if (result.status !== 'done' && result.status !== 'failed') return
    // A cell that failed before it showed anything keeps, dimmed, what it showed before.
    if (result.error && result.outputs.length === 0) return
    found.outputs = result.outputs
    found.calls = result.calls
    view?.offer({ how: result.calls.length > 0 })
    for (const { card, refresh } of sliders) if (card.isConnected) refresh()
    await slots.show(result.outputs)
    if (result.calls.length > 0) markQuantities(slots.holder(), result.calls, (text) => explain(result.id, text))
  }

  function edit(id: string, source: string): void {
    const found = views.get(id)
    if (!found) return
    found.section.dataset.status = 'stale'
    // The page shows code without the blank lines around it.
    session.edit(id, source.trim() === found.cell.source.trim() ? found.cell.source : source)
    busy()
  }

  function reset(id: string): void {
    const found = views.get(id)
    if (!found) return
    found.view?.showSource(found.cell.source.trim())
    edit(id, found.cell.source)
  }

  function resetAll(): void {
    for (const [id, { section }] of views) if (truth.isEdited(id) || section.dataset.status === 'offered') reset(id)
    baseline = storedFigures(codeCells)
    session.choose(released())
    history.replaceState(history.state, '', location.pathname + location.search)
    busy()
  }

  function chooseScenario(id: string): void {
    const scenario = chapter.scenarios.find((one) => one.id === id)
    const chosen = id === 'yours' ? yours : scenario ? standing.asChosen(scenario.values) : {}
    baseline = undefined
    session.choose({ ...released(), ...chosen })
    busy()
  }

  function released(): Readonly<Record<string, undefined>> {
    return Object.fromEntries(standing.names().map((name) => [name, undefined]))
  }

  function busy(): void {
    bar.busy(true)
    remember()
  }

  /** Brings bar, buttons and storage in step with what the reader changed. */
  function remember(): void {
    const chosen = truth.chosen()
    const edits = truth.edits()
    const current = scenarioOf(chosen, chapter.scenarios, standing)
    for (const { card, refresh } of sliders) if (card.isConnected) refresh()
    for (const [id, { view }] of views) view?.offer({ reset: truth.isEdited(id) })
    const changed = Object.keys(chosen).length + Object.keys(edits).length > 0
    bar.show({ current, hasYours: Object.keys(yours).length > 0, changed })
    keep(chapter.slug, keeping())
  }

  function keeping(): Kept {
    const edits = Object.entries(truth.edits()).map(([id, source]) => {
      return [id, { of: views.get(id)?.cell.source ?? '', source }] as const
    })
    return { edits: Object.fromEntries(edits), chosen: truth.chosen() }
  }

  function explain(id: string, text?: string): void {
    const found = views.get(id)
    if (found) toggleExplanations(found.slots.holder(), found.calls, (at) => session.explain(id, at), text)
  }

  async function share(): Promise<void> {
    const values = Object.entries(truth.chosen()).map(([name, { value }]) => [name, value] as const)
    const hash = await toHash({ values: Object.fromEntries(values), edits: truth.edits() })
    history.replaceState(history.state, '', hash)
    await navigator.clipboard?.writeText(location.href).catch(() => {})
    bar.say('The link is in the address bar, and copied.')
  }

  async function saveNotebook(): Promise<void> {
    const [{ notebookText }, { save }] = await Promise.all([import('./notebookFile'), import('./save')])
    const fresh = (id: string) => {
      const found = views.get(id)
      return found && { source: truth.source(id), outputs: found.outputs }
    }
    save(chapter.file, 'application/x-ipynb+json', notebookText(chapter, fresh))
  }

  async function savePage(): Promise<void> {
    bar.say('Packing…')
    try {
      const [{ onePage }, { save }] = await Promise.all([import('./onePage'), import('./save')])
      save(`${chapter.slug}.html`, 'text/html', await onePage(chapter, address, keeping()))
      bar.say('')
    } catch (error) {
      bar.say(`This page cannot be packed: ${error instanceof Error ? error.message : error}`)
    }
  }

  for (const { section, outputs } of views.values()) wakeCards(section, outputs, tools)
  for (const [id, source] of Object.entries(truth.edits())) views.get(id)?.view?.showSource(source.trim())
  for (const [id, source] of Object.entries(shared?.edits ?? {})) {
    const view = views.get(id)?.view
    view?.showSource(source)
    view?.mark(
      'offered',
      cellError('Refusal', 'The link you followed changed this code. It has not been run: read it, then press Run.'),
    )
  }
  remember()
  session.start()
  return () => {
    session.dispose()
    bar.remove()
  }
}
