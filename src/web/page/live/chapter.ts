// How does a chapter come to life? Its cells run in a worker, its cards and code take a reader's hand, its outputs follow.
import type { CellResult } from '../../kernel/result'
import type { LiveChapter } from '../../site/live'
import type { Figures } from '../figures'
import { openSession, type Session } from '../session'
import { textAt } from '../textAt'
import { truthOf } from '../truth'
import { barIn } from './bar'
import { cellsOn } from './cells'
import { choicesOf } from './choices'
import { type Kept, keep, keepDrafts } from './keep'
import type { Tools } from './render'
import { fromHash, isShared } from './share'
import { spawnWorker } from './spawn'
import { assumptionOf, keptFor, sourcesOf } from './stored'
import { takeAwayOf } from './takeAway'
import type { TypesSwitch } from './typesSwitch'

const patience = 4000

/** `bench` is the element that names the chapter. The function it resolves to puts it to sleep. */
export async function wakeChapter(bench: HTMLElement, figures: Figures, left: AbortSignal): Promise<() => void> {
  const address = bench.dataset.chapter ?? ''
  const chapter: LiveChapter = JSON.parse(await textAt(address))
  const { places, scenarios, slug } = chapter
  const link = location.hash
  const shared = await fromHash(link)
  const kept = keptFor(chapter, address)
  if (left.aborted) return () => {}
  const codeCells = chapter.cells.filter(({ type, source }) => type === 'code' && source.trim() !== '')
  const original = new Map(codeCells.map(({ id, source }) => [id, source]))
  const truth = truthOf({ cells: codeCells, edits: sourcesOf(kept, codeCells), chosen: kept.chosen })
  const choices = choicesOf(truth, scenarios, kept.yours)
  choices.standing.learn(codeCells.flatMap(({ outputs }) => outputs.flatMap((output) => assumptionOf(output))))
  // Values of a link that its reader has moved on from since are theirs to move.
  if (shared && kept.link !== link) truth.choose(choices.values(shared.values))

  const sliders: { readonly card: HTMLElement; refresh(): void }[] = []
  const tools: Tools = {
    figures,
    places,
    choose: (name, value) => act(() => session.choose(choices.move(name, value))),
    release: (name) => act(() => session.choose(choices.release(name))),
    standing: (name) => choices.standing.of(name),
    moved: choices.moved,
    follow: (card, refresh) => void sliders.push({ card, refresh }),
    judge: (exercise, text) => session.answer(exercise, text),
  }
  let types: TypesSwitch | undefined
  const cells = cellsOn(codeCells, () => session, truth.source, tools, {
    run: (id, source) => act(() => run(id, source)),
    reset: (id) => act(() => reset(id)),
    trouble: (error) => bar.say(String(error)),
    opened(id, editor, into) {
      types ??= editor.typesSwitch(places, truth.cells)
      return types.attach(editor, id, into)
    },
  })
  const session: Session = openSession({
    truth,
    patience,
    spawn: () => spawnWorker(places.scripts.worker),
    fetchModule: (name) => textAt(places.scripts[name]),
    events: {
      stale(ids) {
        for (const id of ids) cells.mark(id, 'stale')
      },
      begin: (id) => cells.mark(id, 'running'),
      end(result) {
        choices.standing.learn(result.assumptions)
        refreshSliders()
        follow(result)
      },
      late: follow,
      idle() {
        bar.busy(false)
        if (cells.rest()) choices.compareFromHere()
        refresh()
      },
      trouble(error, id) {
        if (id === undefined || !cells.stray(id, error)) bar.say(error.message)
      },
    },
  })
  const takeAway = takeAwayOf(chapter, address, truth, cells, choices.inForce, choices.literals, keeping)
  const bar = barIn(bench, scenarios, {
    scenario(id) {
      cells.compareAnew()
      act(() => session.choose(choices.scenario(id)))
    },
    resetAll: () => act(resetAll),
    share: () => void takeAway.share().then(bar.say),
    saveNotebook: () => void takeAway.notebook().then(bar.say),
    savePage() {
      bar.say('Packing…')
      void takeAway.page().then(bar.say)
    },
    stop: () => session.stop(),
  })

  function follow(result: CellResult): void {
    cells.follow(result).catch((error: unknown) => bar.say(`What cell ${result.id} shows cannot be set: ${error}`))
  }

  /** The reader changes something: it is shown, kept, and followed. */
  function act(change: () => void): void {
    bar.say('')
    change()
    bar.busy(!session.isAtRest())
    refresh()
    keep(slug, keeping())
  }

  function run(id: string, source: string): void {
    const printed = original.get(id) ?? ''
    cells.take(id)
    // The page shows code without the blank lines around it.
    session.edit(id, source.trim() === printed.trim() ? printed : source)
  }

  /** Drops what a link offered; where there is nothing of the kind, what the reader wrote. */
  function reset(id: string): void {
    const source = cells.isOffered(id) ? truth.source(id) : (original.get(id) ?? '')
    const isRun = source === truth.source(id)
    cells.showSource(id, source.trim())
    if (!isRun) run(id, source)
  }

  function resetAll(): void {
    for (const id of cells.ids) {
      if (cells.isOffered(id)) reset(id)
      if (truth.isEdited(id) || id in cells.drafts()) reset(id)
    }
    cells.compareAnew()
    session.choose(choices.forget())
    history.replaceState(history.state, '', location.pathname + location.search)
  }

  function refreshSliders(): void {
    for (const { card, refresh } of sliders) if (card.isConnected) refresh()
  }

  /** Brings bar and buttons in step with what the reader changed. */
  function refresh(): void {
    refreshSliders()
    cells.offerResets(truth.isEdited)
    const changes = Object.keys(truth.chosen()).length + Object.keys(truth.edits()).length
    const hasYours = Object.keys(choices.yours()).length > 0
    bar.show({ current: choices.current(), hasYours, changed: changes > 0 || cells.ids.some(cells.isOffered) })
  }

  function keeping(): Kept {
    const edits = Object.entries(truth.edits()).map(([id, source]) => [id, { of: original.get(id) ?? '', source }])
    const [chosen, yours, drafts] = [truth.chosen(), choices.yours(), cells.drafts()]
    return { edits: Object.fromEntries(edits), chosen, yours, drafts, link: location.hash }
  }

  for (const [id, source] of Object.entries(truth.edits())) cells.showSource(id, source.trim())
  for (const [id, source] of Object.entries(shared?.edits ?? {})) {
    if (source !== truth.source(id)) cells.offer(id, source)
  }
  for (const [id, source] of Object.entries(kept.drafts)) if (!cells.isOffered(id)) cells.draft(id, source)
  refresh()
  const keepUnrun = () => keepDrafts(slug, cells.drafts())
  addEventListener('pagehide', keepUnrun, { signal: left })
  // A link pasted over this very page is followed as one from elsewhere.
  addEventListener('hashchange', () => isShared(location.hash) && location.reload(), { signal: left })
  if (shared?.trouble) bar.say(`The link you followed ${shared.trouble}.`)
  bar.busy(true)
  session.start()
  return () => {
    keepUnrun()
    session.dispose()
    types?.dispose()
    bar.remove()
  }
}
