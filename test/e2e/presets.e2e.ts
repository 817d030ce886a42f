// Does a real chapter follow a preset from the bar to its last words?
import { describe, expect, it } from 'vitest'
import { executablePath, servedSite } from './site'

const title = executablePath ? 'a real chapter' : 'a real chapter (SKIPPED: no Chromium here)'

describe.skipIf(!executablePath)(title, () => {
  const visit = servedSite('book')

  it.each([
    ['where-should-it-wait', 'weight', 'takes 4 of these', 'takes 1 of these'],
    ['one-forward-pass', 'one-user', 'waits 5.37 ms', 'waits 2.25 ms'],
    ['memory-tiers', 'rented', '25.5 ms', '23.3 ms'],
    ['hold-retrieve-rematerialize', 'rule', 'here 94.9 s in HBM', 'here 81.7 s in HBM'],
  ])('of %s moves to a GB200, and back', async (chapter, cell, written, chosen) => {
    const { page, complaints } = await visit(`${chapter}.html`)
    const outputs = page.locator(`[data-cell=${cell}] .outputs`)
    const says = (text: string) => outputs.getByText(text).first().waitFor({ timeout: 20_000 })
    await says(written)
    await page.getByRole('button', { name: 'GB200, 2026 prices' }).click()
    await says(chosen)
    expect(await page.locator('.bench [aria-pressed=true]').textContent()).toBe('GB200, 2026 prices')
    await page.getByRole('button', { name: 'As written' }).click()
    await says(written)
    expect(complaints).toEqual([])
  })
})
