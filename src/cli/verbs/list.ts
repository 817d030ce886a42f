// servemath list: what is there, by name?
import { accelerator, acceleratorIds, link, linkIds, type Model, model, modelIds, tier, tierIds } from '../../catalog'
import { apiPrice, apiPriceIds } from '../../catalog/apiPrices'
import { equations, inputs, theorems } from '../../derivations'
import { unknownName } from '../../units'
import { columns } from '../columns'
import type { Verb } from '../verb'

type Row = Readonly<Record<string, unknown>>

const sections: Readonly<Record<string, { readonly rows: () => Row[]; readonly shown: readonly string[] }>> = {
  equations: {
    rows: () =>
      Object.values(equations).map(({ name, unit, says, leaves, expression, source }) => {
        return { name, unit, says, inputs: leaves, expression, source }
      }),
    shown: ['name', 'unit', 'says'],
  },
  quantities: {
    rows: () => Object.values(inputs).map(({ name, unit, says }) => ({ name, unit, says })),
    shown: ['name', 'unit', 'says'],
  },
  theorems: {
    rows: () => theorems.map(({ id, says, left, right }) => ({ id, says, left, right })),
    shown: ['id', 'says'],
  },
  models: {
    rows: () => modelIds().map((id) => modelRow(model(id))),
    shown: ['id', 'name', 'asOf', 'confidence'],
  },
  accelerators: {
    rows: () => acceleratorIds().map((id) => ({ id, name: accelerator(id).name, missing: accelerator(id).missing })),
    shown: ['id', 'name'],
  },
  tiers: {
    rows: () => tierIds().map((id) => ({ id, name: tier(id).name, medium: tier(id).medium })),
    shown: ['id', 'name'],
  },
  links: {
    rows: () => linkIds().map((id) => ({ id, name: link(id).name, pathBandwidth: link(id).pathBandwidth })),
    shown: ['id', 'name'],
  },
  prices: {
    rows: () => apiPriceIds().map((id) => ({ id, asOf: apiPrice(id).period, note: apiPrice(id).note ?? '' })),
    shown: ['id', 'asOf'],
  },
}

export const list: Verb = {
  usage: `list [${Object.keys(sections).join('|')}]…`,
  says: 'What can be named in the other verbs; without a word, everything.',
  flags: {},
  examples: ['list', 'list models', 'list equations --json'],
  run: ({ free }) => {
    const names = free.length > 0 ? free : Object.keys(sections)
    const found = names.map((name): readonly [string, Row[]] => [name, sectionNamed(name).rows()])
    return {
      json: Object.fromEntries(found),
      text: () => found.map(([name, rows]) => [name, ...lines(rows, sectionNamed(name).shown)].join('\n')).join('\n\n'),
    }
  },
}

const modelRow = ({ id, name, asOf, confidence, note = '' }: Model): Row => ({ id, name, asOf, confidence, note })

function sectionNamed(name: string): (typeof sections)[string] & object {
  const section = Object.hasOwn(sections, name) ? sections[name] : undefined
  if (section === undefined) throw unknownName('list', name, Object.keys(sections))
  return section
}

function lines(rows: readonly Row[], shown: readonly string[]): string[] {
  return columns(rows.map((row) => shown.map((key, i) => `${i === 0 ? '  ' : ''}${row[key]}`)))
}
