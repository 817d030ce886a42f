// Do pictures leave in the format their flag says, and is a name that says another refused?
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { findChromium } from '../../src/notebook/run/chromium'
import { servemath, text } from './program'

const folder = mkdtempSync(join(tmpdir(), 'picture-'))
afterAll(() => rmSync(folder, { recursive: true }))
const asked = 'place llama-3.1-70b --accelerator h100-sxm --hold 5m --brief'

describe('a picture', () => {
  it('is the same as SVG and inside a page', async () => {
    const [svg, page] = [join(folder, 'a.svg'), join(folder, 'a.html')]
    await text(`${asked} --svg ${svg} --html ${page}`)
    expect(readFileSync(svg, 'utf8')).toMatch(/^<svg [\s\S]*<\/svg>\n$/)
    expect(readFileSync(page, 'utf8')).toContain(readFileSync(svg, 'utf8'))
    expect(readFileSync(page, 'utf8')).toContain('<title>Cheapest place to wait in time: llama-3.1-70b')
  })
  it.skipIf(findChromium() === undefined)('is drawn as PNG, twice as sharp', async () => {
    const png = join(folder, 'a.png')
    await text(`${asked} --png ${png}`)
    const bytes = readFileSync(png)
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    expect(bytes.readUInt32BE(16)).toBe(2 * 760)
  })
  it('is refused as PNG where nothing can draw it', async () => {
    vi.stubEnv('CHROMIUM', '/bin/false')
    const { code, err } = await servemath(`${asked} --png ${join(folder, 'b.png')}`.split(' '))
    vi.unstubAllEnvs()
    expect([code, err]).toEqual([
      2,
      '--png: /bin/false did not draw the picture: name another in CHROMIUM, or give --svg.\n',
    ])
  })
})
