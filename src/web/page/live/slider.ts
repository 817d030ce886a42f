// How does a reader move an assumption? A slider and a field over the card that was there all along, in its own room.

import { position, typed, valueAt } from '../../../notebook/range'
import { formatQuantity } from '../../../units/format'
import type { Assume } from '../../site/cards'
import { button, element } from './element'
import type { Standing } from './standing'

export interface SliderWishes {
  choose(name: string, value: number): void
  /** Back to what the code says. */
  release(name: string): void
}

const steps = 400

/** Wakes the card; the function it returns brings it in step with `now` again. */
export function wakeAssume(card: HTMLElement, assume: Assume, now: () => Standing, wishes: SliderWishes): () => void {
  const { name, unit, says } = assume
  const text = (value: number) => formatQuantity(value, unit)
  const field = element('input', {
    className: 'assume-value',
    name,
    autocomplete: 'off',
    spellcheck: false,
    size: 9,
    'aria-label': `${name}, ${says}`,
  })
  const range = element('input', { type: 'range', min: '0', max: String(steps), step: '1', 'aria-label': name })
  const back = button('', () => wishes.release(name), { className: 'assume-back', title: 'What the code says' })

  const show = ({ value, standard }: Standing) => {
    const at = position(assume, value)
    card.querySelector<HTMLElement>('.assume-track')?.style.setProperty('--at', `${(100 * at).toFixed(1)}%`)
    if (document.activeElement !== range) range.value = String(Math.round(at * steps))
    range.setAttribute('aria-valuetext', text(value))
    field.value = text(value)
    field.removeAttribute('aria-invalid')
    card.classList.toggle('is-chosen', value !== standard)
    back.textContent = value === standard ? '' : `↺ ${text(standard)}`
    back.hidden = value === standard
  }
  const choose = (value: number) => {
    wishes.choose(name, value)
    show(now())
  }
  range.oninput = () => choose(valueAt(assume, range.valueAsNumber / steps))
  field.onchange = () => {
    const value = typed(field.value, assume)
    if (value === undefined) field.setAttribute('aria-invalid', 'true')
    else choose(value)
  }
  card.id = `assume-${name}`
  card.querySelector('.assume-value')?.replaceWith(field)
  card.querySelector('.assume-track')?.append(range)
  card.querySelector('.assume-ends')?.firstElementChild?.after(back)
  show(now())
  return () => {
    if (document.activeElement !== field) show(now())
  }
}
