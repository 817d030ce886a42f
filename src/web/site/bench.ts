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

/** Addresses of what the live chapter is made of. */
export interface Made {
  readonly chapter: string
  readonly worker: string
  /** modules that its cells import beside the library */
  readonly modules: readonly string[]
}

export function benchHtml({ chapter, worker, modules }: Made, scenarios: readonly Offered[]): string {
  const words = (className: string, names: readonly string[]) =>
    `<div class="${className}">${names.map((name) => `<span>${escapeHtml(name)}</span>`).join('')}</div>`
  const named = offeredScenarios(scenarios).map(({ name }) => name)
  const inside = words('bench-scenarios', named) + words('bench-acts', acts)
  const made = { 'data-chapter': chapter, 'data-worker': worker, 'data-modules': modules.join(' ') || undefined }
  return `<div${attributes({ class: 'bench', ...made, 'aria-hidden': 'true' })}>${inside}</div>`
}
