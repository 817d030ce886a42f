// What stands over a chapter before it is live? The words of its bar, unseen, in the room they will need.
import { attributes, escapeHtml } from './html'
import type { Scenario } from './scenarios'

export interface Offered extends Pick<Scenario, 'id' | 'name' | 'says'> {}

/** A chapter's scenarios between its own numbers and the reader's. */
export function offeredScenarios(scenarios: readonly Offered[]): readonly Offered[] {
  return [
    { id: 'written', name: 'As written', says: 'The numbers of the chapter' },
    ...scenarios,
    { id: 'yours', name: 'Yours', says: 'What you chose last' },
  ]
}

const acts = ['Share', 'Notebook', 'One file', 'Reset all']

/** `address` is where the live chapter is found. */
export function benchHtml(address: string, scenarios: readonly Offered[]): string {
  const words = (className: string, names: readonly string[]) =>
    `<div class="${className}">${names.map((name) => `<span>${escapeHtml(name)}</span>`).join('')}</div>`
  const named = offeredScenarios(scenarios).map(({ name }) => name)
  const inside = words('bench-scenarios', named) + words('bench-acts', acts)
  return `<div${attributes({ class: 'bench', 'data-chapter': address, 'aria-hidden': 'true' })}>${inside}</div>`
}
