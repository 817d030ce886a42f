import { mkdtempSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { type Served, serve } from '../../src/web/serve'
import { readTexts, writeFolder } from '../../src/web/write'

const folder = () => mkdtempSync(join(tmpdir(), 'servemath-web-'))

describe('the pages folder', () => {
  it('holds exactly what was generated', () => {
    const pages = folder()
    writeFileSync(join(pages, 'stale.md'), 'old')
    writeFolder(pages, [
      { path: 'a.md', content: 'A' },
      { path: 'public/b.png', content: new Uint8Array([1, 2]) },
    ])
    expect(readdirSync(pages, { recursive: true }).sort()).toEqual(['a.md', 'public', 'public/b.png'])
  })

  it('leaves a file that did not change untouched, so that a running server is not woken', () => {
    const pages = folder()
    writeFolder(pages, [{ path: 'a.md', content: 'A' }])
    utimesSync(join(pages, 'a.md'), 1, 1)
    writeFolder(pages, [{ path: 'a.md', content: 'A' }])
    expect(statSync(join(pages, 'a.md')).mtimeMs).toBe(1000)
  })

  it('is made from notebooks and README.md alone', () => {
    const notebooks = folder()
    for (const name of ['01-a.ipynb', 'README.md', '.hidden.ipynb', 'notes.txt'])
      writeFileSync(join(notebooks, name), name)
    expect([...readTexts(notebooks).keys()].sort()).toEqual(['01-a.ipynb', 'README.md'])
    expect(readTexts(join(notebooks, 'nowhere')).size).toBe(0)
  })
})

describe('the local server', async () => {
  const site = folder()
  writeFolder(site, [
    { path: 'index.html', content: '<h1>home</h1>' },
    { path: 'page.html', content: '<h1>page</h1>' },
    { path: '404.html', content: '<h1>lost</h1>' },
  ])
  writeFileSync(join(site, '..', 'secret.txt'), 'secret')
  const first = await serve(site, '/x/', 5400)
  const second = await serve(site, '/x/', 5400)
  afterAll(() => Promise.all([first.close(), second.close()]))

  it('takes the next port when one is taken', () => {
    expect(new URL(second.address).port).not.toBe(new URL(first.address).port)
  })

  it.each([
    ['/x/', 200, 'home'],
    ['/x/page', 200, 'page'],
    ['/x/page.html?q=1', 200, 'page'],
    ['/x/none', 404, 'lost'],
    ['/page', 404, 'lost'],
    ['/x/..%2fsecret.txt', 404, 'lost'],
    ['/x/../secret.txt', 404, 'lost'],
    ['/x/%E0%A4%A', 404, 'lost'],
  ])('answers %s with %i, %s', async (path, status, text) => {
    expect(await get(first, path)).toEqual({ status, text: `<h1>${text}</h1>` })
  })
})

// `fetch` would tidy the path before it is sent.
function get({ address }: Served, path: string): Promise<{ status: number | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: 'localhost', port: new URL(address).port, path }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode, text: gunzipSync(Buffer.concat(chunks)).toString() }),
      )
    })
    asked.on('error', reject).end()
  })
}
