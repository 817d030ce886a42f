// Can a stranger ask at the desk? By hand, by keyboard, on a phone, with a config of their own and a link of somebody's.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { barriers } from './barriers'
import { executablePath, servedSite } from './site'

const title = executablePath ? 'the desk' : 'the desk (SKIPPED: no Chromium here)'
const headline = (page: Page) => page.locator('.desk-answer')
const awake = (page: Page) => page.locator('.desk.is-awake').waitFor()

describe.skipIf(!executablePath)(title, () => {
  const visit = servedSite('book')

  it('answers every change, and keeps the last answer where there is none', async () => {
    const { page, complaints } = await visit('')
    await awake(page)
    await page.locator('[name=hold]').fill('1 h')
    await headline(page).getByText('Keep it in NVMe').waitFor()
    await page.locator('[name=hold]').fill('for ever')
    await page.locator('.desk-trouble').getByText('The pause cannot be "for ever"').waitFor()
    await headline(page).getByText('Keep it in NVMe').waitFor()
    await page.locator('[name=hold]').fill('20 ms')
    await headline(page).getByText('Keep it in HBM').waitFor()
    expect(await page.locator('.desk-trouble').textContent()).toBe('')
    expect(complaints).toEqual([])
  })

  it('moves the pause by keys, and takes the question along in a link', async () => {
    const { page } = await visit('')
    await awake(page)
    await page.locator('[name=along]').focus()
    await page.keyboard.press('End')
    await headline(page).getByText('Delete it and rematerialize it').waitFor()
    await page.locator('.desk-drawer summary').click()
    await page.locator('[name=share]').click()
    await page.locator('.desk-trouble').getByText('The link is in the address bar').waitFor()
    const { page: other } = await visit(new URL(page.url()).hash)
    await awake(other)
    await headline(other).getByText('Delete it and rematerialize it').waitFor()
    await other.locator('.desk-trouble').getByText('These are the numbers of a link.').waitFor()
  })

  it('reads a config that is pasted, and says why it cannot read another', async () => {
    const { page } = await visit('')
    await awake(page)
    await page.locator('.desk-drawer summary').click()
    const config = {
      model_type: 'llama',
      hidden_size: 4096,
      num_hidden_layers: 32,
      num_attention_heads: 32,
      num_key_value_heads: 8,
      intermediate_size: 14336,
      vocab_size: 128256,
    }
    await page.locator('[name=config]').fill(JSON.stringify(config))
    await page.locator('.desk-body').getByText('4.29 GB each').waitFor()
    await page.locator('[name=config]').fill('{"model_type": "nothing-known"}')
    await page.locator('.desk-trouble').getByText('Unknown model_type "nothing-known"').waitFor()
  })

  it('has no barriers, fits a phone, and is left by keyboard in under 20 stops', async () => {
    const { page } = await visit('', { viewport: { width: 390, height: 844 } })
    await awake(page)
    expect(await barriers(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    await page.locator('[name=context]').focus()
    let stops = 1
    while (stops < 30 && (await page.evaluate('document.activeElement?.closest(".desk") !== null'))) {
      await page.keyboard.press('Tab')
      stops++
    }
    expect(stops).toBeLessThan(20)
  })
})
