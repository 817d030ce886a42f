// How does a reader of a Jupyter page move an assumption? A labelled slider, and a field for a number with its unit.
import { formatQuantity } from '../../../units'
import type { Movable } from '../../live'
import { position, typed, valueAt } from '../../range'

const steps = 400

/** One row; `moved` hears each new value, in base units. */
export function sliderFor(assumption: Movable, moved: (value: number) => void): HTMLElement {
  const { name, says, unit, min, max } = assumption
  const text = (value: number) => formatQuantity(value, unit)
  const range = element('input', { type: 'range', min: '0', max: String(steps), step: '1' }, 'flex:1;min-width:120px')
  const field = element('input', { type: 'text', size: '10', autocomplete: 'off' }, 'flex:none;width:9em')
  field.setAttribute('aria-label', `${name}, ${says}, from ${text(min)} to ${text(max)}`)

  const show = (value: number) => {
    range.value = String(Math.round(steps * position(assumption, value)))
    range.setAttribute('aria-valuetext', text(value))
    field.value = text(value)
    field.removeAttribute('aria-invalid')
    field.title = ''
  }
  const choose = (value: number) => {
    show(value)
    moved(value)
  }
  range.oninput = () => choose(valueAt(assumption, range.valueAsNumber / steps))
  field.onchange = () => {
    const value = typed(field.value, assumption)
    if (value !== undefined) return choose(value)
    field.setAttribute('aria-invalid', 'true')
    field.title = `Expected a value from ${text(min)} to ${text(max)}.`
  }

  const word = document.createElement('span')
  word.style.cssText = 'flex:none;width:10em;overflow-wrap:anywhere'
  word.textContent = name
  word.title = says
  const row = document.createElement('label')
  row.style.cssText = 'display:flex;gap:8px;align-items:center;margin:2px 0;font:13px system-ui,sans-serif'
  row.append(word, range, field)
  show(assumption.value)
  return row
}

function element(name: 'input', attributes: Readonly<Record<string, string>>, style: string): HTMLInputElement {
  const made = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value)
  made.style.cssText = style
  return made
}
