// What of the desk is printed with the site? The usual question and its answer, so that the first screen waits for no script.
import { oneLine } from '../site/html'
import { answerOf } from './answer'
import { controlsHtml } from './controls'
import { answerHtml, headlineHtml } from './html'
import { usual } from './state'

/** `script` is where the desk's own code is served. */
export function deskHtml(script: string): string {
  const answer = answerOf(usual)
  return oneLine(
    `<section class="desk" data-desk="${script}" aria-label="Ask about mine">${controlsHtml(usual)}<div class="desk-headline" aria-live="polite">${headlineHtml(answer)}</div><p class="desk-trouble" role="status"></p><div class="desk-body">${answerHtml(answer, usual)}</div></section>`,
  )
}
