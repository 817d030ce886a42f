// Can a reader walk through a derivation on the page, and write a line of it?
import { mkdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { executablePath, servedSite } from './site'

const title = executablePath ? 'a derivation on a page' : 'a derivation on a page (SKIPPED: no Chromium here)'
const pictures = process.env.SERVEMATH_PICTURES

describe.skipIf(!executablePath)(title, () => {
  const visit = servedSite('book')

  it.each([390, 1400])('is walked line by line at %d px, and nothing leaves the page', async (width) => {
    const { page, complaints } = await visit('hold-retrieve-rematerialize.html', {
      viewport: { width, height: 900 },
    })
    const figure = page.locator('[data-cell=return-formula] .derivation')
    const shown = figure.locator('li:visible')
    const next = figure.getByRole('button', { name: /^(Step by step|Next step)$/ })
    await next.waitFor({ timeout: 20_000 })
    expect(await shown.count()).toBe(6)
    await next.click()
    expect(await shown.count()).toBe(1)
    await next.click()
    expect(await shown.count()).toBe(2)
    expect(await figure.locator('output').textContent()).toBe('line 2 of 6')
    if (pictures) {
      mkdirSync(pictures, { recursive: true })
      await figure.getByRole('button', { name: 'All steps' }).click()
      await figure.scrollIntoViewIfNeeded()
      await page.screenshot({ path: `${pictures}/derivation-${width}.png` })
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(wide).toBe(0)
    expect(complaints).toEqual([])
  })

  it('is written by the reader, and a wrong line is answered with numbers', async () => {
    const { page, complaints } = await visit('hold-retrieve-rematerialize.html')
    const form = page.locator('[data-exercise=handover] form')
    await form.waitFor({ timeout: 20_000 })
    const answered = async (line: string): Promise<string> => {
      await form.locator('input').fill(line)
      await form.locator('input').press('Enter')
      await form.locator('output').filter({ hasText: /[^…]/ }).waitFor()
      return (await form.locator('output').textContent()) ?? ''
    }
    const slope = 'bytesPerToken * (nearHoldPrice - farHoldPrice)'
    expect(await answered(`${slope} * holdTime = farOnce + nearOnce`)).toMatch(/does not follow: at .+ would be/)
    expect(await answered(`${slope} * holdTime = farOnce - nearOnce`)).toContain('That follows.')
    expect(await answered(`holdTime = (farOnce - nearOnce) / (${slope})`)).toContain('it is what was to be shown')
    expect(complaints).toEqual([])
  })
})
