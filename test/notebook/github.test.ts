import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseNotebook } from '../../src/notebook/file/format'
import { figureMime } from '../../src/notebook/mime/bundle'
import { chapters } from './shown'

// What GitHub draws of an output, the best first; it runs no script and knows no type of ours or Plotly's.
const order = ['text/html', 'text/markdown', 'text/latex', 'image/svg+xml', 'image/png', 'image/jpeg', 'text/plain']

describe('on GitHub', () => {
  it.each(chapters)('%s shows every figure as its picture, and every other output as text without HTML', (chapter) => {
    const { cells } = parseNotebook(readFileSync(`notebooks/${chapter}`, 'utf8'), chapter)
    for (const { id, outputs } of cells) {
      for (const output of outputs) {
        if (!('data' in output)) continue
        const best = order.find((mime) => output.data[mime] !== undefined)
        const isFigure = output.data[figureMime] !== undefined
        expect([id, best]).toEqual([id, isFigure ? 'image/png' : expect.stringMatching(/markdown|latex|plain/)])
      }
    }
  })
})
