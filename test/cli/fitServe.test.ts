// Do the verbs fit and serve answer what the library does, side by side where several machines are named?
import { describe, expect, it } from 'vitest'
import { type Fit, fit as fits, type Served, serve } from '../../src/serving'
import { answer, servemath, text } from './program'

const eight = { model: 'llama-3.1-70b', accelerator: 'h100-sxm', devices: 8, context: 32_768 } as const
const flags = 'llama-3.1-70b --accelerator h100-sxm --devices 8 --context 32768'

describe('servemath fit --json', () => {
  it('is what the library says, to the last bit', async () => {
    const { kind: _, inputs: __, ...library } = fits(eight)
    expect(await answer<Fit>(`fit ${flags}`)).toEqual(library)
  })
  it('explains itself on request: the last step is the number of sequences', async () => {
    const { steps } = await answer<{ steps: { name: string; value: number }[] }>(`fit ${flags} --explain`)
    expect(steps.at(-1)?.name).toBe('sequencesThatFit')
    expect(Math.floor(steps.at(-1)?.value ?? 0)).toBe(50)
    expect(await text(`fit ${flags} --explain`)).toContain('sequencesThatFit = freeMemory / sequenceBytesKept')
  })
  it('takes users and what is kept back', async () => {
    const { longestContext } = await answer<Fit>(`fit ${flags} --users 100 --keep-back 10%`)
    expect(longestContext).toBe(fits({ ...eight, users: 100, keepBack: '10%' }).longestContext)
  })
})

describe('servemath serve --json', () => {
  it('is what the library says, to the last bit', async () => {
    const { kind: _, inputs: __, ...library } = serve({ ...eight, batch: 32, hitRatio: 0.9, from: 'nvme-qlc' })
    const asked = `serve ${flags} --batch 32 --hit-ratio 90% --from nvme-qlc`
    expect(await answer<Served>(asked)).toEqual(library)
  })
  it('has two modes, ideal and calibrated', async () => {
    expect((await answer<Served>(`serve ${flags} --ideal`)).mode).toBe('ideal')
    expect((await answer<Served>(`serve ${flags}`)).mode).toBe('calibrated')
  })
})

describe('several accelerators', () => {
  const two = '--accelerator h100-sxm --accelerator mi300x --devices 8'
  it.each(['place llama-3.1-70b --hold 5m', 'fit llama-3.1-70b', 'serve llama-3.1-70b --batch 8'])(
    'are compared by %s: each as if it were asked alone',
    async (verb) => {
      const { compared } = await answer<{ compared: unknown[] }>(`${verb} ${two}`)
      expect(compared).toEqual([
        await answer(`${verb} --accelerator h100-sxm --devices 8`),
        await answer(`${verb} --accelerator mi300x --devices 8`),
      ])
    },
  )
  it('are rows of one table', async () => {
    const [head, rule, first, second, ...more] = (await text(`serve llama-3.1-70b --batch 8 ${two}`))
      .trimEnd()
      .split('\n')
    expect(head).toMatch(/^accelerator +devices +batch/)
    expect(rule).toMatch(/^─+$/)
    expect([first?.split(' ')[0], second?.split(' ')[0], more]).toEqual(['h100-sxm', 'mi300x', []])
  })
  it('of which one cannot be answered say why in its place', async () => {
    const asked = 'place llama-3.1-70b --hold 5m --accelerator h100-sxm --accelerator trainium3'
    const { compared } = await answer<{ compared: { accelerator: string; refused?: string }[] }>(asked)
    expect(compared.map(({ accelerator }) => accelerator)).toEqual(['h100-sxm', 'trainium3'])
    expect(compared[1]?.refused).toContain('no devicePrice for trainium3')
    expect(await text(asked)).toContain('trainium3: The catalogue has no devicePrice')
  })
  it('of which none can be answered are refused', async () => {
    const { code, err } = await servemath(
      'fit llama-3.1-70b --accelerator h100-sxm --accelerator mi300x --tp 3'.split(' '),
    )
    expect([code, err]).toEqual([2, expect.stringContaining('layout.tensorParallel 3 does not divide')])
  })
})

describe('--brief', () => {
  it.each([
    [`fit ${flags}`, '50\n'],
    ['place llama-3.1-70b --accelerator h100-sxm --hold 5m', 'DDR5\n'],
    ['eval drainTime --set tierCapacity=6TB tierBandwidth=1GB/s', '1.67 h\n'],
    ['check a+a 2*a', 'proved\n'],
  ])('%s prints the answer alone', async (command, said) => {
    expect(await text(`${command} --brief`)).toBe(said)
  })
})

describe('a terminal', () => {
  it('80 letters wide gets no line that is wider, a table continued below its first column', async () => {
    for (const command of [
      'place llama-3.1-70b --accelerator h100-sxm --hold 5m',
      'tiers',
      `serve ${flags}`,
      'help place',
    ]) {
      const lines = (await wide(command, 80)).split('\n')
      expect([command, lines.filter((line) => [...line].length > 80)]).toEqual([command, []])
    }
  })
  it('changes no word, and nothing of --json', async () => {
    const command = 'place llama-3.1-70b --accelerator h100-sxm --hold 5m'
    const prose = (said: string): string[] => said.slice(said.indexOf('\nNotes')).split(/\s+/)
    expect(prose(await wide(command, 80))).toEqual(prose(await text(command)))
    expect(await wide(`${command} --json`, 80)).toBe(await text(`${command} --json`))
  })
})

const wide = async (command: string, columns: number): Promise<string> => {
  const { code, out, err } = await servemath(command.split(' '), '', columns)
  if (code !== 0) throw new Error(err)
  return out
}
