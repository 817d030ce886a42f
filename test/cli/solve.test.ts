// Is the value that solve finds one at which eval gives the target, and is what cannot be said so?
import { describe, expect, it } from 'vitest'
import { answer, text } from './program'

interface Found {
  readonly kind: string
  readonly roots: readonly number[]
  readonly formula?: string
  readonly reason?: string
}

const model = '--model llama-3.1-70b --accelerator h100-sxm'

describe('servemath solve', () => {
  it('12 TB in an hour need 3.33 GB/s', async () => {
    const asked = 'solve drainTime --for tierBandwidth --target 1h --set tierCapacity=12TB'
    expect(await answer<Found>(asked)).toMatchObject({ kind: 'closed-form', roots: [12e12 / 3600] })
    expect(await text(asked)).toContain('tierBandwidth = tierCapacity / target')
    expect(await text(`${asked} --brief`)).toBe('3.33 GB/s\n')
  })
  it.each([
    ['rematCost', 'mfu', '0.2USD/Mtok', 2e-7],
    ['rematCost', 'devicePrice', '0.1USD/Mtok', 1e-7],
    ['stepTime', 'memoryBandwidth', '5ms', 0.005],
    ['sequencesThatFit', 'memoryCapacity', '100', 100],
  ])('%s by %s: eval at what was found gives %s', async (equation, name, target, value) => {
    // How many devices there are may follow from what they hold.
    const fixed = name === 'memoryCapacity' ? '--devices 8' : ''
    const { roots } = await answer<Found>(`solve ${equation} --for ${name} --target ${target} ${model} ${fixed}`)
    expect(roots.length).toBe(1)
    const set = name === 'devicePrice' ? `${roots[0]}USD/s` : roots[0]
    const back = await answer(`eval ${equation} ${model} ${fixed} --set ${name}=${set}`)
    expect(back.value / value).toBeCloseTo(1, 9)
  })
  it('a share above one is no answer: remat at 1 cent a million would need ten times the peak', async () => {
    const found = await answer<Found>(`solve rematCost --for mfu --target 0.01USD/Mtok ${model}`)
    expect(found).toMatchObject({ kind: 'none', roots: [] })
    expect(found.reason).toMatch(/^mfu is 10\.3.*: expected a share between 0 and 1\.$/)
  })
  it('two arms that never meet the target are said so', async () => {
    const asked = 'solve stepTime --for memoryBandwidth --target 1us'
    const found = await answer<Found>(`${asked} ${model} --set batch=8`)
    expect(found).toMatchObject({ kind: 'none', roots: [] })
  })
})
