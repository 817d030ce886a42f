// What does a reader see and do at one cell? Its mark, its error, its editor, and the few buttons they need.
import type { CellError } from '../../kernel/compiled'
import type { CellResult } from '../../kernel/result'
import { codeView } from './code'
import type { Editor } from './editor'
import { button, element } from './element'

export type Mark = 'running' | 'stale' | 'edited' | 'offered' | CellResult['status']

const marks: Readonly<Record<Mark, string>> = {
  done: 'up to date',
  running: 'running',
  stale: 'to be run again',
  edited: 'edited, not run yet',
  offered: 'changed by the link you followed; it has not been run',
  failed: 'failed',
  blocked: 'waits for a cell above',
  stopped: 'stopped',
}

export interface CellWishes {
  run(source: string): void
  reset(): void
  how(): void
  trouble(error: unknown): void
  /** An editor is open, with its buttons in `bar`; the function it returns is called when it closes. */
  opened(editor: Editor, bar: HTMLElement): () => void
}

export interface CellView {
  mark(mark: Mark, error?: CellError): void
  /** Shows a source that was not typed here: one kept, offered by a link, or the original. */
  showSource(source: string): void
  /** Whether there is something to reset, and something to explain. */
  offer(what: { readonly reset?: boolean; readonly how?: boolean }): void
  /** what the reader sees, run or not */
  source(): string
}

/** Undefined where the cell shows no code. */
export function cellView(section: HTMLElement, original: string, wishes: CellWishes): CellView | undefined {
  const block = section.querySelector<HTMLElement>('div[class*="language-"]')
  const code = block && codeView(block, original)
  if (!code) return undefined
  const { pre } = code
  let source = original
  let editor: Editor | undefined
  let opening = false

  const stripe = element('span', { className: 'cell-mark', role: 'img', 'aria-label': marks.done, title: marks.done })
  const run = button('Run', () => runNow(), { className: 'cell-run', title: 'Shift-Enter' })
  const edit = button('Edit', () => void open(), { className: 'cell-edit' })
  const reset = button('Reset', () => wishes.reset(), { className: 'cell-reset', hidden: true })
  const how = button('How?', () => wishes.how(), { className: 'cell-how', hidden: true, title: 'Explain its numbers' })
  const copy = button('Copy', () => void navigator.clipboard?.writeText(view.source()), { className: 'cell-copy' })
  const problem = element('p', { className: 'cell-error', role: 'alert', hidden: true })
  const bar = element('div', { className: 'cell-bar' }, edit, run, how, copy, reset)
  let closed = () => {}
  block.append(stripe)
  block.before(bar)
  block.after(problem)

  async function open(): Promise<void> {
    if (editor || opening) return
    opening = true
    try {
      const { openEditor } = await import('./editor')
      const place = element('div', { className: 'cell-editor' })
      pre.after(place)
      pre.hidden = true
      block?.classList.add('is-edited')
      editor = openEditor(place, source, `Code of cell ${section.dataset.cell}`, { run: runNow, leave, changed })
      closed = wishes.opened(editor, bar)
    } catch (error) {
      wishes.trouble(error)
    } finally {
      opening = false
    }
  }

  function leave(): void {
    if (!editor) return
    source = editor.text
    closed()
    editor.close()
    editor = undefined
    block?.querySelector('.cell-editor')?.remove()
    block?.classList.remove('is-edited')
    code?.show(source)
    pre.hidden = false
    pre.focus()
  }

  function changed(): void {
    if (editor?.text === source) return
    view.mark('edited')
    reset.hidden = false
  }

  function runNow(): void {
    source = editor?.text ?? source
    wishes.run(source)
  }

  pre.tabIndex = 0
  pre.setAttribute('aria-label', `Code of cell ${section.dataset.cell}: press Enter to edit, Shift-Enter to run`)
  pre.setAttribute('role', 'group')
  pre.addEventListener('click', () => {
    // Selecting text to copy it is not a wish to edit.
    if (String(getSelection()) === '') void open()
  })
  pre.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    if (event.shiftKey) runNow()
    else void open()
  })

  const view: CellView = {
    mark(mark, error) {
      section.dataset.status = mark
      stripe.setAttribute('aria-label', marks[mark])
      stripe.title = marks[mark]
      code.blame(error?.line)
      problem.hidden = !error
      // What is wrong must be seen, also in a part that is shut.
      if (error) section.closest('details')?.setAttribute('open', '')
      problem.textContent = error ? sentence(error) : ''
    },
    showSource(text) {
      if (editor) leave()
      source = text
      code.show(text)
    },
    offer(what) {
      if (what.reset !== undefined) reset.hidden = !what.reset
      if (what.how !== undefined) how.hidden = !what.how
    },
    source: () => editor?.text ?? source,
  }
  return view
}

function sentence({ name, message, line }: CellError): string {
  const what = /^(Waiting|Stopped|Refusal)$/.test(name) ? message : `${name}: ${message}`
  return line === undefined ? what : `Line ${line}: ${what}`
}
