import { describe, expect, it } from 'vitest'
import { claim, claimIds } from '../../src/lecture'
import { toMime } from '../../src/notebook'
import { numbersText } from '../../src/notebook/mime/claim'

const shown = (id: string): string => String(toMime(claim(id))['text/markdown'])

describe('a claim in a cell', () => {
  it('says what was said, what comes out, within which tolerance, and links to the place in the video', () => {
    expect(shown('write-price-5m')).toContain('said 1.25 (exact for its inputs), computed 1.25')
    expect(shown('write-price-5m')).toMatch(
      /^\*\*Claim\*\* `write-price-5m` \(\[01:33:02 API prices\]\(https:.*t=5582\)\)/,
    )
  })

  it('prints four digits, so that 1,667 bytes stay 1,667', () => {
    expect(numbersText(1667, 'B/token')).toBe('1.667 kB/token')
    expect(numbersText([0.02, [1, 10], 60], 's')).toBe('20 ms, 1 s to 10 s, 60 s')
    expect(numbersText(null, 's')).toBe('–')
  })

  it('shows each theorem with the strength of its proof', () => {
    expect(shown('prefill-is-compute-bound')).toMatch(/- .*\*\*Proved\*\*/)
  })

  it('can show every claim, without a number that is none', () => {
    for (const id of claimIds()) expect(shown(id)).not.toMatch(/NaN|undefined|Infinity/)
  })
})
