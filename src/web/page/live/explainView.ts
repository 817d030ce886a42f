// How was this number computed? A panel at the cell, a step at a time, with the assumptions it rests on.
import type { CellResult } from '../../kernel/result'
import type { Explained } from '../../worker/protocol'
import { button, element } from './element'

/** Opens under the outputs; pressed again, closes. */
export function toggleExplanations(
  holder: HTMLElement,
  calls: CellResult['calls'],
  explain: (at: number) => Promise<Explained>,
  text?: string,
): void {
  const open = holder.parentElement?.querySelector('.explanation')
  open?.remove()
  if (open) return
  const shown = element('div', { className: 'explained' })
  const choose = async (at: number, pressed: HTMLElement): Promise<void> => {
    for (const other of panel.querySelectorAll('[aria-pressed]'))
      other.setAttribute('aria-pressed', String(other === pressed))
    await showIn(shown, await explain(at))
  }
  const choices = calls.map(({ name, text }, at) => {
    const pressed = button(`${name} = ${text}`, () => void choose(at, pressed), { 'aria-pressed': 'false' })
    return pressed
  })
  const close = button('Close', () => panel.remove(), { className: 'explanation-close' })
  const panel = element(
    'div',
    { className: 'explanation', role: 'group', 'aria-label': 'How it was computed' },
    ...choices,
    close,
    shown,
  )
  panel.addEventListener('keydown', ({ key }) => key === 'Escape' && panel.remove())
  holder.after(panel)
  const at = Math.max(
    0,
    calls.findIndex((call) => call.text === text),
  )
  const first = choices[at]
  if (first) void choose(at, first)
  first?.focus()
}

/** What it explained holds no longer. */
export function closeExplanations(holder: HTMLElement): void {
  holder.parentElement?.querySelector('.explanation')?.remove()
}

async function showIn(into: HTMLElement, { bundle, leaves }: Explained): Promise<void> {
  const { markdownHtml } = await import('./markdown')
  into.innerHTML = markdownHtml(String(bundle['text/markdown'] ?? bundle['text/plain']))
  const cards = leaves.flatMap((name) => (document.getElementById(`assume-${name}`) ? [name] : []))
  if (cards.length === 0) return
  const links = cards.flatMap((name) => [' ', element('a', { href: `#assume-${name}` }, name)])
  into.append(element('p', {}, 'It depends on the assumption', cards.length > 1 ? 's' : '', ...links))
}

/** Makes the computed numbers in the outputs into buttons that explain themselves. */
export function markQuantities(holder: HTMLElement, calls: CellResult['calls'], act: (text: string) => void): void {
  for (const { text } of calls.filter(isTelling)) {
    const whole = new RegExp(`(?<![\\d.,])${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\d\\w]|[.,]\\d)`)
    const walker = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT)
    const found: Text[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      if (node instanceof Text && whole.test(node.data) && !parent?.closest('button, .katex, figure, .card'))
        found.push(node)
    }
    for (const node of found) {
      const rest = node.splitText(node.data.search(whole))
      rest.data = rest.data.slice(text.length)
      rest.before(button(text, () => act(text), { className: 'quantity', title: 'How was this computed?' }))
    }
  }
}

/** Many things are 8; few are 8.02 or 8 s. */
function isTelling({ text }: CellResult['calls'][number]): boolean {
  return text.length > 2
}
