import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { toHash } from '../../src/web/page/live/share'
import { error, expectText, rewrite, settled, slider, status } from './livePage'
import { executablePath, servedSite } from './site'

const title = executablePath ? 'what goes wrong in a chapter' : 'what goes wrong (SKIPPED: no Chromium here)'

describe.skipIf(!executablePath)(title, () => {
  const visit = servedSite('live')
  const open = async (hash = '') => {
    const visited = await visit(`live.html${hash}`)
    await settled(visited.page)
    return visited.page
  }
  const edited = 'const weight = 7'

  it.each([
    ['an unknown import', "import { weight } from 'left-pad'", 'Unknown module "left-pad"'],
    ['a thrown error', "const weight = 1\nthrow new RangeError('too far')", 'Line 2: RangeError: too far'],
    ['a thrown text', "throw 'tantrum'", 'The cell threw tantrum'],
    ['too much output', "for (;;) console.log('x'.repeat(1e5))", 'RangeError: A cell shows at most 1,000,000'],
    ['ten megabytes at once', "console.log('x'.repeat(1e7))", 'RangeError: A cell shows at most 1,000,000'],
    [
      'a formula that is none',
      "import { show } from 'servemath'\nconst weight = 1\nshow('$\\\\frac{1$')",
      'This cannot be set: Refusal: Cannot typeset \\frac{1',
    ],
    [
      'an error in a timer',
      "const weight = 1\nsetTimeout(() => { throw new RangeError('late') }, 10)",
      'Line 2: RangeError: late',
    ],
    ['a promise left rejected', "const weight = 1\nPromise.reject(new RangeError('late'))", 'Line 2: RangeError: late'],
  ])('is said at its cell, the page stays at hand, and the edit stays: %s', async (_, source, said) => {
    const page = await open()
    await rewrite(page, 'weight', source)
    await expectText(page.locator('[data-cell=weight]'), said)
    await page.keyboard.press('Escape')
    await page.reload()
    await expectText(page.locator('[data-cell=weight]'), said)
    expect(await page.locator('[data-cell=weight] pre.shiki').textContent()).toBe(source)
    expect(await status(page, 'drain')).toBe('done')
    await page.context().close()
  })

  it('ends a promise that never settles by itself, and the page stays at hand meanwhile', async () => {
    const page = await open()
    await rewrite(page, 'weight', 'const weight = await new Promise(() => {})')
    await page.waitForFunction("document.querySelector('[data-cell=weight]').dataset.status === 'running'")
    await page.getByText('The numbers').click()
    await page.locator('.figure-numbers table').waitFor()
    expect(await status(page, 'weight')).toBe('running')
    await expectText(error(page, 'weight'), 'It ran for more than 4 s', false, 9000)
    await settled(page)
    expect(await status(page, 'drain')).toBe('done')
  })

  it('shows what a timer prints later', async () => {
    const page = await open()
    await rewrite(page, 'weight', "const weight = 3\nsetTimeout(() => console.log('and one more'), 300)")
    await expectText(page.locator('[data-cell=weight] .outputs'), 'and one more')
    expect(await status(page, 'weight')).toBe('done')
  })

  it('shows HTML of a cell in a frame where no script runs and nothing is reached', async () => {
    const page = await open()
    const html = '<b>bold</b><script>parent.document.title="taken"</script><img src=x onerror="parent.location=1">'
    const code = `const display = (globalThis as any)[Symbol.for('servemath.host')].display
display({ 'text/html': ${JSON.stringify(html)}, 'text/plain': 'b' })
display({ 'text/markdown': ${JSON.stringify(`${html} [x](javascript:alert(1))`)}, 'text/plain': 'b' })`
    await rewrite(page, 'weight', code)
    await page.frameLocator('[data-cell=weight] .output-html').locator('b').waitFor()
    await page.waitForTimeout(300)
    expect(await page.title()).toContain('A live sample')
    const shown = page.locator('[data-cell=weight] .output-markdown')
    expect(await shown.locator('script, img, a[href^=javascript]').count()).toBe(0)
  })

  it('tells of a link that is damaged or too long, and keeps the reader’s own changes', async () => {
    const page = await open()
    await rewrite(page, 'weight', edited)
    await slider(page).focus()
    await page.keyboard.press('End')
    await expectText(page.locator('[data-cell=drain] .outputs'), 'read in 4 ms')
    await follow(page, '#with:memoryBandwidth=fast&code=%21%21')
    await expectText(
      page.locator('.bench-said'),
      'The link you followed is damaged: it gives no number for memoryBandwidth and carries code that cannot be read.',
    )
    await follow(page, `#with:code=${'A'.repeat(60_000)}`)
    await expectText(page.locator('.bench-said'), 'The link you followed is too long, so nothing of it was used.')
    await follow(page, '')
    await expectText(page.locator('[data-cell=twice] .outputs'), '14')
    await expectText(page.locator('[data-cell=drain] .outputs'), 'read in 4 ms')
  })

  it('does not unpack a million cells, nor take values out of range or code of cells there are none of', async () => {
    const cells = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`no-${at}`, 'throw 1']))
    const bomb = await toHash({ values: { memoryBandwidth: -1, nothing: 5 }, edits: { weight: ' '.repeat(1e7) } })
    const page = await open(bomb)
    await expectText(page.locator('.bench-said'), 'carries code that cannot be read')
    expect(await status(page, 'weight')).toBe('done')
    await expectText(page.locator('[data-cell=drain] .outputs'), 'read in 23.9 ms')
    await follow(page, (await toHash({ values: {}, edits: cells })) ?? '')
    expect(await page.locator('[data-status=offered]').count()).toBe(0)
  })

  it('comes alive under a short link that unpacks to half a million lines', async () => {
    const page = await open((await toHash({ values: {}, edits: { weight: '\n'.repeat(450_000) } })) ?? '')
    await expectText(page.locator('.bench-said'), 'carries code that cannot be read')
    expect(await status(page, 'weight')).toBe('done')
  })

  it('marks what was typed and not run as such, whatever runs meanwhile, and keeps it for the next visit', async () => {
    const page = await open()
    await page.locator('[data-cell=drain] pre.shiki').press('Enter')
    await page.locator('.cm-content').fill('const unrun = 1')
    await slider(page).focus()
    await page.keyboard.press('End')
    await expectText(page.locator('[data-cell=drain] .outputs'), 'read in 4 ms')
    await settled(page)
    expect(await status(page, 'drain')).toBe('edited')
    await page.reload()
    await expectText(page.locator('[data-cell=drain] pre.shiki'), 'const unrun = 1')
    await settled(page)
    expect(await status(page, 'drain')).toBe('edited')
    await expectText(page.locator('[data-cell=drain] .outputs'), 'read in 4 ms')
    await page.getByText('Reset all').click()
    expect(await page.locator('[data-cell=drain] pre.shiki').textContent()).not.toContain('unrun')
  })

  it('survives what is thrown and cannot be written, and goes on', async () => {
    const page = await open()
    await rewrite(page, 'weight', 'throw Object.create(null)')
    await expectText(error(page, 'weight'), 'The cell threw what cannot be written')
    await rewrite(page, 'weight', edited)
    await expectText(page.locator('[data-cell=twice] .outputs'), '14')
  })

  it('offers a link’s code beside the reader’s own edit, which Reset gives back', async () => {
    const page = await open()
    await rewrite(page, 'weight', edited)
    await expectText(page.locator('[data-cell=twice] .outputs'), '14')
    await follow(page, (await toHash({ values: { memoryBandwidth: 2e13 }, edits: { weight: 'for (;;) {}' } })) ?? '')
    await expectText(page.locator('[data-cell=drain] .outputs'), 'read in 4 ms')
    expect(await status(page, 'weight')).toBe('offered')
    await expectText(page.locator('[data-cell=twice] .outputs'), '14')
    await page.locator('[data-cell=weight]').getByText('Reset', { exact: true }).click()
    expect(await status(page, 'weight')).toBe('done')
    expect(await page.locator('[data-cell=weight] pre.shiki').textContent()).toBe(edited)
    await page.locator('[data-cell=weight]').getByText('Reset', { exact: true }).click()
    await expectText(page.locator('[data-cell=twice] .outputs'), '655360')
  })

  it('takes a link’s values for a visit; the reader’s own come back without it', async () => {
    const page = await open()
    await slider(page).focus()
    await page.keyboard.press('Home')
    await expectText(page.locator('[data-cell=drain] .outputs'), 'read in 80 ms')
    await follow(page, '#with:memoryBandwidth=20000000000000')
    await expectText(page.locator('[data-cell=drain] .outputs'), 'read in 4 ms')
    await page.getByText('Yours', { exact: true }).click()
    await expectText(page.locator('[data-cell=drain] .outputs'), 'read in 80 ms')
    await page.reload()
    await settled(page)
    await expectText(page.locator('[data-cell=drain] .outputs'), 'read in 80 ms')
  })
})

async function follow(page: Page, hash: string): Promise<void> {
  const address = page.url().replace(/#.*/, '')
  await page.goto('about:blank')
  await page.goto(address + hash)
  await settled(page)
}
