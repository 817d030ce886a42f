// What does a derivation look like on a page? A column of lines, each with why it follows and how sure that is.
import * as v from 'valibot'
import { escapeHtml } from './html'
import { renderMath } from './math'

const Line = v.looseObject({
  left: v.string(),
  relation: v.picklist(['=', '≈', '→']),
  right: v.string(),
  why: v.string(),
  conditions: v.array(v.string()),
  verdict: v.optional(v.looseObject({ verdict: v.string() })),
})
const Written = v.looseObject({ says: v.string(), said: v.string(), lines: v.array(Line) })
type Line = v.InferOutput<typeof Line>

const signs = { '=': '=', '≈': '\\approx', '→': '\\to' } as const

/** All lines are there at first paint; a live page can hide them again and show one at a time. */
export function derivationCard(payload: unknown): string {
  const { says, said, lines } = v.parse(Written, payload)
  return [
    `<figure class="derivation"><figcaption>${inWords(says)}</figcaption>`,
    `<ol>${lines.map(lineItem).join('')}</ol>`,
    `<p class="derivation-said">${inWords(said)}</p>`,
    // Empty until the page is live, so that nothing moves when its buttons come.
    '<div class="derivation-bar"></div></figure>',
  ].join('')
}

function lineItem(
  { left, relation, right, why, conditions, verdict }: Line,
  i: number,
  lines: readonly Line[],
): string {
  // Where the left side stays what it is, it is there for a screen reader only once.
  const again = i > 0 && lines[i - 1]?.left === left
  const formula = renderMath(
    `\\displaystyle ${again ? `\\hphantom{${left}}` : left} ${signs[relation]} ${right}`,
    false,
  )
  const where = conditions.length > 0 ? ` where ${conditions.join(', ')}` : ''
  const sure =
    verdict === undefined ? '' : `<span class="derivation-sure">${escapeHtml(`${verdict.verdict}${where}`)}</span>`
  return `<li><span class="derivation-line">${formula}</span><span class="derivation-why">${reason(why)}${sure}</span></li>`
}

// The words of a reason are words of the page, so that they wrap in a narrow column as a formula would not.
function reason(tex: string): string {
  return tex
    .split(/\\text\{([^{}]*)\}/)
    .map((part, i) => (i % 2 === 1 ? escapeHtml(part) : part.trim() === '' ? part : renderMath(part, false)))
    .join('')
}

// The two marks that the words of a derivation have: bold, and code.
function inWords(text: string): string {
  return escapeHtml(text)
    .replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
    .replace(/`([^`]+)`/g, '<code>$1</code>')
}
