// How is a whole number on the command line read? Plainly, and refused with its flag's name when it is none.
import { parseQuantity, Refusal } from '../units'
import type { Words } from './words'

/** The whole number after a flag, at least 1, or undefined where the flag is absent. */
export function countAfter(words: Words, flag: string, what: string): number | undefined {
  const text = words.value(flag)
  return text === undefined ? undefined : whole(text, 1, `--${flag} needs a whole number of ${what}, 1 or more,`)
}

/** Whole numbers separated by commas, each once, in ascending order. */
export function countsAfter(words: Words, flag: string, otherwise: readonly number[], what: string): readonly number[] {
  const text = words.value(flag)
  if (text === undefined) return otherwise
  const needs = `--${flag} needs whole numbers of ${what} separated by commas, such as ${otherwise.slice(0, 2).join(',')},`
  // Groups of three are those of one number.
  const parts = grouped.test(text) ? [text] : text.split(',')
  return [...new Set(parts.map((part) => whole(part, 0, needs)))].sort((a, b) => a - b)
}

const grouped = /^\s*\d{1,3}(,\d{3})+\s*$/

function whole(text: string, least: number, needs: string): number {
  const plain = /^\s*[\d,]+\s*(k|K|M|Ki|Mi)?\s*(tok|tokens?)?\s*$/.test(text)
  const value = plain ? parseQuantity(text.replace(/\s*tok.*$/, ''), '1') : Number.NaN
  if (Number.isInteger(value) && value >= least && value <= Number.MAX_SAFE_INTEGER) return value
  throw new Refusal(`${needs} not "${text}".`)
}
