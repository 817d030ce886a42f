// What stands over a live chapter? Its scenarios, how it is doing, and what a reader may do with all of it.
import { offeredScenarios } from '../../site/bench'
import type { Scenario } from '../../site/scenarios'
import { button, element } from './element'

export interface BarWishes {
  scenario(id: string): void
  resetAll(): void
  share(): void
  saveNotebook(): void
  savePage(): void
  stop(): void
}

export interface Bar {
  /** `current` are the ids of scenarios that hold now, `written` and `yours` among them */
  show(state: { readonly current: readonly string[]; readonly hasYours: boolean; readonly changed: boolean }): void
  say(text: string): void
  busy(isBusy: boolean): void
  remove(): void
}

const patience = 400

export function barIn(bench: HTMLElement, scenarios: readonly Scenario[], wishes: BarWishes): Bar {
  const choices = offeredScenarios(scenarios).map(({ id, name, says }) => ({
    id,
    pressed: button(name, () => wishes.scenario(id), { title: says, 'aria-pressed': 'false', 'data-word': name }),
  }))
  const reset = button('Reset all', wishes.resetAll, { className: 'bench-reset', hidden: true })
  const said = element('span', { role: 'status' })
  const close = button('Close', () => say(''), { className: 'bench-close' })
  const message = element('div', { className: 'bench-said', hidden: true }, said, close)
  const stop = button('Stop', wishes.stop, { className: 'bench-stop', hidden: true })
  const group = element('div', { className: 'bench-scenarios', role: 'group', 'aria-label': 'Scenarios' })
  group.append(...choices.map(({ pressed }) => pressed))
  const acts = element(
    'div',
    { className: 'bench-acts' },
    button('Share', wishes.share, { title: 'A link that carries what you changed' }),
    button('Notebook', wishes.saveNotebook, { title: 'Save as .ipynb, with your changes' }),
    button('One file', wishes.savePage, { title: 'Save this chapter as one HTML file that works offline' }),
    reset,
  )
  const printed = [...bench.childNodes]
  bench.replaceChildren(group, acts)
  bench.classList.add('is-live')
  bench.removeAttribute('aria-hidden')
  // Floating, so that nothing moves and a reader hears of it wherever on the page they are.
  document.body.append(message, stop)
  function say(text: string): void {
    // Shown first: what is not there is not heard.
    message.hidden = text === ''
    said.textContent = text
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    show({ current, hasYours, changed }) {
      for (const { id, pressed } of choices) {
        pressed.setAttribute('aria-pressed', String(current.includes(id)))
        if (id === 'yours') pressed.hidden = !hasYours && !current.includes('yours')
      }
      reset.hidden = !changed
    },
    say,
    busy(isBusy) {
      clearTimeout(timer)
      if (isBusy) {
        timer = setTimeout(() => {
          stop.hidden = false
        }, patience)
      } else stop.hidden = true
    },
    remove() {
      clearTimeout(timer)
      for (const floating of [message, stop]) floating.remove()
      bench.classList.remove('is-live')
      bench.setAttribute('aria-hidden', 'true')
      bench.replaceChildren(...printed)
    },
  }
}
