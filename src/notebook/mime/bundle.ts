// What is displayed? One thing in several MIME types, of which each reader's tool takes the richest it knows.
import { dollarsAsUnit } from '../../units/money'

/** `text/plain` is always there: it is what a terminal, a screen reader and a search see. */
export interface MimeBundle {
  readonly 'text/plain': string
  readonly [mime: string]: unknown
}

export const figureMime = 'application/vnd.plotly.v1+json'
export const assumeMime = 'application/vnd.servemath.assume+json'
export const noteMime = 'application/vnd.servemath.note+json'
export const derivationMime = 'application/vnd.servemath.derivation+json'
export const exerciseMime = 'application/vnd.servemath.exercise+json'

/** Money is written for all renderers here, once: `$2.60/h` stays in the plain text, and is `2.60 USD/h` in Markdown. */
export function markdown(text: string, plain: string = unmarked(text)): MimeBundle {
  return { 'text/markdown': dollarsAsUnit(text), 'text/plain': plain }
}

// A single line break in a paragraph is a space to Markdown; one before a list, a table, a quotation or a heading is none.
function unmarked(text: string): string {
  return text.replace(/\*\*|`/g, '').replace(/(?<=\S)\n(?![\n|>#]|[-*+] |\d+[.)] )/g, ' ')
}
