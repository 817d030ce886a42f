// Which controls has the desk? The sentence's own, and a drawer with the assumptions behind it.
import { acceleratorIds, modelIds } from '../../catalog'
import { kvDtypes } from '../../model'
import { attributes, escapeHtml } from '../site/html'
import { type DeskState, isRecord } from './state'

const wordy = (id: string): string => id.replaceAll('-', ' ')

export function controlsHtml(state: DeskState): string {
  const { deployment, asked } = state
  const { model, accelerator } = deployment
  const own = typeof model === 'string' ? model : ''
  const sentence = [
    `A conversation of ${field('context', asked.context, 'tokens of the conversation', 9)} tokens with`,
    `${select('model', ['', ...modelIds()], own, 'model', 'a config.json of mine')} on`,
    `${field('devices', text(deployment.devices), 'devices; empty for the fewest', 3, 'few')} ×`,
    `${select('accelerator', acceleratorIds(), typeof accelerator === 'string' ? accelerator : text(isRecord(accelerator) ? accelerator.like : ''), 'accelerator')}`,
    `pauses for ${field('hold', asked.hold, 'pause', 8)}; its user will wait`,
    `${field('deadline', asked.deadline, 'longest wait; empty for as long as rematerializing takes', 14, 'as for remat')}.`,
  ].join(' ')
  return `<form class="desk-form" aria-label="The question"><p class="desk-sentence">${sentence}</p>${pauseSlider()}${drawer(state)}</form>`
}

const text = (value: unknown): string => (value === undefined ? '' : String(value))

function pauseSlider(): string {
  return `<label class="desk-slider"><span class="visually-hidden">pause, from a millisecond to a year</span><input type="range" name="along" min="0" max="1" step="0.002"></label>`
}

function drawer({ deployment }: DeskState): string {
  const { precision, layout, accelerator } = deployment
  const { kv, weights } = isRecord(precision) ? precision : {}
  const tp = isRecord(layout) ? layout.tensorParallel : undefined
  const rent = isRecord(accelerator) ? accelerator.devicePrice : undefined
  const rows = [
    labelled('rent of a device', field('rent', text(rent), 'rent of a device', 10, 'such as $1.89/h')),
    labelled('cache kept as', select('kv', ['', ...kvDtypes], text(kv), 'cache kept as', 'bf16')),
    labelled(
      'weights stored as',
      select('weights', ['', 'bf16', 'fp8', 'fp4'], text(weights), 'weights', 'as shipped'),
    ),
    labelled('tensor parallel', field('tp', text(tp), 'tensor parallel', 4, 'as wide as heads allow')),
    labelled(
      'prices of tiers',
      select('basis', ['', 'component', 'owned', 'rented'], text(deployment.basis), 'basis', 'bare parts'),
    ),
  ]
  const own = `<label class="desk-config">A model of your own: its config.json, pasted or dropped here<textarea name="config" rows="4" spellcheck="false"></textarea></label>`
  const more = `<label class="desk-config">Everything else, as JSON: tiers, drives, links, set<textarea name="more" rows="3" spellcheck="false" placeholder='{"tiers": ["ddr5-rdimm-server"]}'></textarea></label>`
  const acts = `<p class="desk-acts"><button type="button" name="share">Copy a link</button> <button type="button" name="save">Save as desk.json</button> <label class="desk-load">Load <input type="file" name="load" accept=".json,application/json"></label> <button type="button" name="reset">As it was</button></p>`
  return `<details class="desk-drawer"><summary>Change the assumptions</summary>${rows.join('')}${own}${more}${acts}</details>`
}

const labelled = (name: string, control: string): string => `<p><span>${name}</span> ${control}</p>`

function field(name: string, value: string, label: string, size: number, placeholder = ''): string {
  return `<input${attributes({ name, value, size: String(size), 'aria-label': label, autocomplete: 'off', spellcheck: 'false', placeholder })}>`
}

function select(name: string, values: readonly string[], chosen: string, label: string, none = ''): string {
  const options = values.map((value) => {
    const says = value === '' ? none : name === 'kv' || name === 'weights' ? value : wordy(value)
    return `<option${attributes({ value })}${value === chosen ? ' selected' : ''}>${escapeHtml(says)}</option>`
  })
  return `<select${attributes({ name, 'aria-label': label })}>${options.join('')}</select>`
}
