// Does a reader want types? A switch at every open editor, one worker for all of them, and the choice is kept.
import type { Places } from '../../site/shown'
import type { CellText } from '../../worker/protocol'
import type { Editor } from './editor'
import { button, element } from './element'
import type { Types } from './types'

export interface TypesSwitch {
  /** Has the editor of a cell follow the switch, which is put into `bar`; the function it returns takes it away. */
  attach(editor: Editor, id: string, bar: HTMLElement): () => void
  dispose(): void
}

interface Attached {
  readonly editor: Editor
  readonly pressed: HTMLButtonElement
  readonly said: HTMLElement
  above(): readonly string[]
}

const key = 'servemath-types'
const title = 'Completion, problems underlined (F8: the next), and what a name means (Ctrl-I or ⌘I). Loads 1.2 MB once.'

/** `cells` are those of the chapter as they are when asked. */
export function typesSwitch({ types: addresses }: Places, cells: () => readonly CellText[]): TypesSwitch {
  const all = new Set<Attached>()
  let isOn = recall()
  let types: Types | undefined
  let isOpening = false
  let isOver = false
  let state = ''

  async function open(): Promise<void> {
    if (types || isOpening || !addresses) return
    isOpening = true
    say('loading types…')
    try {
      const { openTypes } = await import('./types')
      types = await openTypes(addresses, (message) => fail(message))
      say('')
    } catch (error) {
      fail(`they could not be loaded (${error instanceof Error ? error.message : error})`)
    } finally {
      isOpening = false
    }
    if (!isOn || isOver) close()
    for (const one of all) follow(one)
  }

  function close(): void {
    types?.dispose()
    types = undefined
  }

  function fail(message: string): void {
    types = undefined
    isOn = false
    say(`No types: ${message}`)
    for (const one of all) follow(one)
  }

  function follow({ editor, pressed, above }: Attached): void {
    pressed.setAttribute('aria-pressed', String(isOn))
    editor.extend(types?.extension(above) ?? [])
  }

  function say(text: string): void {
    state = text
    for (const { said } of all) said.textContent = text
  }

  function toggle(): void {
    isOn = !isOn
    remember(isOn)
    if (isOn) void open()
    else {
      say('')
      close()
    }
    for (const one of all) follow(one)
  }

  return {
    attach(editor, id, bar) {
      if (!addresses) return () => {}
      const pressed = button('Types', toggle, { className: 'cell-types', title, 'aria-pressed': String(isOn) })
      const said = element('span', { className: 'types-said', role: 'status' }, state)
      const above = () => sourcesAbove(cells(), id)
      const one = { editor, pressed, said, above }
      bar.append(pressed, said)
      all.add(one)
      if (isOn) void open()
      follow(one)
      return () => {
        all.delete(one)
        pressed.remove()
        said.remove()
      }
    },
    dispose() {
      isOver = true
      close()
    },
  }
}

function sourcesAbove(cells: readonly CellText[], id: string): readonly string[] {
  return cells
    .slice(
      0,
      cells.findIndex((cell) => cell.id === id),
    )
    .map(({ source }) => source)
}

function recall(): boolean {
  try {
    return localStorage.getItem(key) === 'on'
  } catch {
    return false
  }
}

function remember(isOn: boolean): void {
  try {
    if (isOn) localStorage.setItem(key, 'on')
    else localStorage.removeItem(key)
  } catch {
    // Storage may be forbidden; the switch works without.
  }
}
