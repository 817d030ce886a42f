// Which question do the controls ask, and how do they show one that came by a link or a file?
import { Refusal } from '../../../units'
import { modelIn } from '../../desk/answer'
import { type DeskState, isRecord } from '../../desk/state'

type Json = Readonly<Record<string, unknown>>

/** What the controls show by themselves; the rest stands in the field for everything else. */
const shown = ['model', 'accelerator', 'devices', 'precision', 'layout', 'basis']

export function stateOf(form: HTMLFormElement): DeskState {
  const value = (name: string): string => controlOf(form, name).value.trim()
  const config = value('config')
  const rent = value('rent')
  const accelerator = value('accelerator')
  const devices = value('devices')
  const precision = given({ kv: value('kv'), weights: value('weights') })
  const layout = given({ tensorParallel: value('tp') === '' ? '' : Number(value('tp')) })
  return {
    version: 1,
    deployment: {
      ...moreIn(value('more')),
      model: config === '' ? value('model') : modelIn(config),
      accelerator: rent === '' ? accelerator : { like: accelerator, devicePrice: rent },
      ...(devices !== '' && { devices: Number(devices) }),
      ...(precision && { precision }),
      ...(layout && { layout }),
      ...given({ basis: value('basis') }),
    },
    asked: { context: value('context'), hold: value('hold'), deadline: value('deadline') },
  }
}

export function showIn(form: HTMLFormElement, { deployment, asked }: DeskState): void {
  const { model, accelerator, devices, precision, layout, basis } = deployment
  const { like, devicePrice, ...changed } = isRecord(accelerator) ? accelerator : { like: accelerator }
  const own = typeof model === 'object' && model !== null
  const rest = Object.entries(deployment).filter(([name]) => !shown.includes(name))
  // A machine with more than another rent is one of the reader's own.
  if (Object.keys(changed).length > 0)
    throw new Refusal('This desk shows machines of the catalogue, with a rent of their own.')
  const values: Readonly<Record<string, unknown>> = {
    ...asked,
    ...{ model: own ? '' : model, accelerator: like, rent: devicePrice, devices, basis },
    ...{ kv: isRecord(precision) ? precision.kv : '', weights: isRecord(precision) ? precision.weights : '' },
    tp: isRecord(layout) ? layout.tensorParallel : '',
    config: own ? JSON.stringify(model) : '',
    more: rest.length === 0 ? '' : JSON.stringify(Object.fromEntries(rest)),
  }
  for (const [name, value] of Object.entries(values)) controlOf(form, name).value = String(value ?? '')
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

export const controlOf = (form: HTMLFormElement, name: string): Control => form.elements.namedItem(name) as Control

function moreIn(text: string): Json {
  if (text === '') return {}
  const value = modelIn(text)
  return value as Json
}

/** Undefined where nothing is given. */
function given(values: Readonly<Record<string, string | number>>): Json | undefined {
  const said = Object.entries(values).filter(([, value]) => value !== '')
  return said.length === 0 ? undefined : Object.fromEntries(said)
}
