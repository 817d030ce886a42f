// servemath against: how far are the equations from what machines were measured to do?
import { against as beside, reasons as skipReasons } from '../../placement/against'
import { Refusal } from '../../units'
import { rowsIn } from '../against/rows'
import { againstText } from '../against/text'
import { readBytes } from '../files'
import type { Verb } from '../verb'
import { onlyWord } from '../words'

export const against: Verb = {
  usage: 'against FILE.jsonl|-',
  says: `Measured times beside the least time of the equations, row by row: { id, quantity, measured, predicted, ratio, used }, or { id, skipped } with one of ${Object.keys(skipReasons).join(', ')}.`,
  flags: {
    ideal: { says: 'full rates: a bound (the default)' },
    calibrated: { says: 'with efficiencies fitted to measurements: refused, as none are fitted yet' },
  },
  examples: ['against measurements.jsonl', 'against measurements.jsonl --ideal --json'],
  run: async (words, io) => {
    const path = onlyWord(words, 'a file of measured rows, or - for standard input')
    if (words.has('ideal') && words.has('calibrated')) throw new Refusal('Give --ideal or --calibrated, not both.')
    const mode = words.has('calibrated') ? 'calibrated' : 'ideal'
    const rows = path === '-' ? rowsIn(await io.stdin(), 'standard input') : rowsIn(readBytes(path), path)
    const answers = rows.map((row) => beside(row, mode))
    return { json: answers, text: () => againstText(answers) }
  },
}
