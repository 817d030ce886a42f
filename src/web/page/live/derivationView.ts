// How does a reader walk through a derivation? All at once, as the page has it, or one step a click.
import { button, element } from './element'

export function wakeDerivation(into: HTMLElement): void {
  const figure = into.querySelector<HTMLElement>('.derivation')
  const lines = [...(figure?.querySelectorAll<HTMLElement>('li') ?? [])]
  const bar = figure?.querySelector('.derivation-bar')
  if (!bar || lines.length < 2 || bar.hasChildNodes()) return
  const showFirst = (count: number): void => {
    for (const [at, line] of lines.entries()) line.hidden = at >= count
    const done = count >= lines.length
    next.textContent = done ? 'Step by step' : 'Next step'
    all.hidden = done
    said.textContent = done ? '' : `line ${count} of ${lines.length}`
  }
  const shown = (): number => lines.filter((line) => !line.hidden).length
  const next = button('Step by step', () => showFirst(shown() >= lines.length ? 1 : shown() + 1))
  const all = button('All steps', () => showFirst(lines.length))
  const said = element('output', {})
  bar.append(next, all, said)
  showFirst(lines.length)
}
