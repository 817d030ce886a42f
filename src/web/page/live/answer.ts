// How does a reader answer an exercise? In the form that its card holds, judged where the cell ran.
import type { Reply } from '../../../notebook/reply'

export function wakeExercise(card: HTMLElement, judge: (text: string) => Promise<Reply>): void {
  const form = card.querySelector('form')
  const said = form?.querySelector('output')
  if (!form || !said) return
  for (const control of form.querySelectorAll('input, button')) control.removeAttribute('disabled')
  form.onsubmit = (event) => {
    event.preventDefault()
    const text = String(new FormData(form).get('answer') ?? '')
    said.textContent = '…'
    judge(text).then(({ verdict, says }) => {
      said.textContent = says
      said.dataset.verdict = verdict
    })
  }
}
