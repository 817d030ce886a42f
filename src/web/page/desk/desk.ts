// How does the desk answer a hand? Every change is asked of the library at once; what cannot be answered leaves the last answer standing.
import { formatDuration, parseQuantity, Refusal } from '../../../units'
import { along, momentOf } from '../../cards/strip'
import { answerOf } from '../../desk/answer'
import { dropped } from '../../desk/dropped'
import { answerHtml, headlineHtml } from '../../desk/html'
import { type DeskState, fromLink, linkOf, usual } from '../../desk/state'
import { controlOf, showIn, stateOf } from './form'

/** Puts the desk in motion; the function it returns lets go of the page. */
export function wakeDesk(root: HTMLElement): () => void {
  const form = root.querySelector('form') as HTMLFormElement
  const part = (name: string): HTMLElement => root.querySelector(`.desk-${name}`) as HTMLElement
  const left = new AbortController()
  const { signal } = left

  const say = (sentence: string): void => {
    part('trouble').textContent = sentence
  }
  const trying = (act: () => void): void => {
    try {
      act()
    } catch (error) {
      if (!(error instanceof Refusal || error instanceof SyntaxError)) throw error
      say(error.message)
    }
  }

  function answer(): void {
    trying(() => {
      const state = stateOf(form)
      const found = answerOf(state)
      const open = openIn(part('body'))
      part('headline').innerHTML = headlineHtml(found)
      part('body').innerHTML = answerHtml(found, state)
      reopen(part('body'), open)
      controlOf(form, 'along').value = String(along(found.placement.holdTime))
      say('')
    })
  }

  function show(state: DeskState): void {
    showIn(form, state)
    answer()
  }

  let pending = 0
  const soon = (): void => {
    cancelAnimationFrame(pending)
    pending = requestAnimationFrame(answer)
  }
  form.addEventListener('submit', (event) => event.preventDefault(), { signal })
  form.addEventListener(
    'input',
    ({ target }) => {
      const { name, value } = target as HTMLInputElement
      if (name === 'load') return
      // What the slider says is written out, so that it can be read, copied and typed over.
      if (name === 'along') controlOf(form, 'hold').value = formatDuration(momentOf(Number(value)))
      if (name === 'model' && value !== '') controlOf(form, 'config').value = ''
      soon()
    },
    { signal },
  )
  const taken = (text: string): void => trying(() => show(dropped(text, stateOf(form))))
  form.addEventListener('change', ({ target }) => void loaded(target as HTMLInputElement), { signal })
  async function loaded({ name, files }: HTMLInputElement): Promise<void> {
    const file = name === 'load' ? files?.[0] : undefined
    if (file) await take(file)
  }
  async function take(file: File): Promise<void> {
    if (file.size > 5e6)
      return say(`${file.name} has ${Math.round(file.size / 1e6)} MB: a config.json or a deployment is far smaller.`)
    taken(await file.text())
  }
  root.addEventListener('dragover', (event) => event.preventDefault(), { signal })
  root.addEventListener(
    'drop',
    (event) => {
      const file = event.dataTransfer?.files[0]
      if (!file) return
      event.preventDefault()
      void take(file)
    },
    { signal },
  )
  root.addEventListener('click', ({ target }) => void pressed((target as HTMLButtonElement).name), { signal })
  async function pressed(name: string): Promise<void> {
    if (name === 'reset') show(usual)
    if (name === 'save') download(JSON.stringify(stateOf(form), undefined, 1))
    if (name !== 'share') return
    const hash = linkOf(stateOf(form))
    if (hash === undefined) return say('This is too much for a link: save it as a file.')
    history.replaceState(null, '', hash)
    await navigator.clipboard?.writeText(location.href).catch(() => {})
    say('The link is in the address bar, and copied where the browser allows.')
  }

  function linked(): boolean {
    let found = false
    trying(() => {
      const state = fromLink(location.hash)
      if (!state) return
      found = true
      show(state)
      say('These are the numbers of a link. “As it was” puts the usual ones back.')
    })
    return found
  }
  addEventListener('hashchange', () => void linked(), { signal })
  controlOf(form, 'along').value = String(along(parseQuantity(controlOf(form, 'hold').value, 's')))
  // A control may have been moved before the desk was awake, or kept by the browser from another visit.
  if (!linked() && JSON.stringify(stateOf(form)) !== JSON.stringify(usual)) soon()
  root.classList.add('is-awake')
  return () => left.abort()
}

const openIn = (body: HTMLElement): readonly boolean[] => [...body.querySelectorAll('details')].map(({ open }) => open)

function reopen(body: HTMLElement, open: readonly boolean[]): void {
  for (const [i, details] of body.querySelectorAll('details').entries()) details.open = open[i] ?? false
}

function download(text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  link.download = 'desk.json'
  link.click()
  URL.revokeObjectURL(link.href)
}
