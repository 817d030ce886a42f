import { describe, expect, it } from 'vitest'
import { escapedError, failureOf } from '../../src/notebook/run/failure'
import { watchPrinting } from '../../src/notebook/run/printed'

const error = { ended: 'error', count: 1 } as const
const dead = (how: string, outOfMemory = false) => ({ ended: 'dead', how, outOfMemory }) as const

describe('why a cell failed', () => {
  it('is the message of its error, without the compiled line above and the stack below', () => {
    const stderr = 'evalmachine.<anonymous>:3\nf(x)\n  ^\n\nRefusal: No tier "ddr".\n    at f (file.js:1:2)\n'
    expect(failureOf(error, stderr, 1)).toBe('failed: Refusal: No tier "ddr".')
    expect(failureOf(error, "1:7 - Type 'number' is not assignable to type 'string'.\n", 1)).toBe(
      "failed: 1:7 - Type 'number' is not assignable to type 'string'.",
    )
    expect(failureOf(error, '', 1)).toBe('failed: the kernel gave no reason.')
  })

  it('tells an exit of its own from want of memory and from a signal', () => {
    expect(failureOf(dead('exit code 0'), '', 1)).toContain('must not call process.exit')
    expect(failureOf(dead('SIGABRT', true), '', 1)).toBe('needed more than 1024 MB of memory, and the kernel ended.')
    expect(failureOf(dead('SIGKILL'), '', 1)).toBe('ended with its kernel (SIGKILL).')
    expect(failureOf({ ended: 'output lost' }, '', 1)).toContain('output was lost')
  })

  it('is found on stderr where tslab calls the cell a success, but not in a warning', () => {
    expect(escapedError('careful\nUncaughtException: Error: x\n    at f\n')).toBe('threw outside its own run: Error: x')
    expect(escapedError('a warning about UnhandledPromiseRejection: none\n')).toBeUndefined()
  })
})

describe('printing', () => {
  it('is too much beyond 400 pieces, 10,000 lines or a million characters', () => {
    const [pieces, lines, characters] = [watchPrinting(), watchPrinting(), watchPrinting()]
    for (let i = 0; i < 400; i++) expect(pieces.see('x')).toBeUndefined()
    expect(pieces.see('x')).toMatch(/^printed more than 400 times/)
    expect(lines.see('\n'.repeat(10_000))).toBeUndefined()
    expect(lines.see('\n')).toBe('printed more than 10,000 lines: show a summary instead.')
    expect(characters.see('x'.repeat(1_000_001))).toBe(
      'printed more than 1,000,000 characters: show a summary instead.',
    )
  })
})
