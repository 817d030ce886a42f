import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { barriers } from './barriers'
import { executablePath, servedSite } from './site'

const title = executablePath ? 'types in an editor' : 'types in an editor (SKIPPED: no Chromium here)'
const onlyForTypes = /live\/(types|definitions)-|chunks\/types/

describe.skipIf(!executablePath)(title, () => {
  const visit = servedSite('live')

  /** A chapter with the editor of the cell `weight` open on `source`, types off. */
  async function editing(source: string, options: Parameters<typeof visit>[1] = {}) {
    const { page, complaints } = await visit('live.html', { reducedMotion: 'reduce', ...options })
    const loaded: string[] = []
    page.on('request', (request) => onlyForTypes.test(request.url()) && loaded.push(request.url()))
    await edit(page, source)
    return { page, complaints, loaded }
  }

  it('load nothing before their switch is on, and then once', async () => {
    const { page, loaded, complaints } = await editing('const weight: number = "x"')
    await page.keyboard.type('\nwei')
    await page.locator('.cm-tooltip-autocomplete').waitFor()
    expect(loaded).toEqual([])
    expect(await toggle(page).getAttribute('aria-pressed')).toBe('false')
    await switchOn(page)
    expect(loaded).toHaveLength(3)
    await toggle(page).click()
    await switchOn(page)
    expect(loaded).toHaveLength(3)
    expect(complaints).toEqual([])
  })

  it('complete a name that the library has, with its meaning, and import it', async () => {
    const { page } = await editing("import { show } from 'servemath'\n")
    await switchOn(page)
    await page.keyboard.type('mod')
    const choices = page.locator('.cm-tooltip-autocomplete li')
    await choices.first().waitFor()
    expect(await choices.first().textContent()).toBe('modelfrom servemath')
    await page.locator('.cm-completionInfo', { hasText: 'function model(id: string): Model' }).waitFor()
    // A moment in which keys still belong to the text.
    await page.waitForTimeout(100)
    await page.keyboard.press('Enter')
    expect(await code(page)).toEqual(["import { model, show } from 'servemath'", 'model'])
    await page.keyboard.type("('llama-3.1-70b').kvH")
    await choices.filter({ hasText: 'kvHeads' }).waitFor()
    await page.keyboard.press('Escape')
    await choices.first().waitFor({ state: 'detached' })
    expect(await code(page)).toHaveLength(2)
  })

  it('explain by a key what is under the cursor; Escape puts that away and leaves the editor open', async () => {
    const { page } = await editing('memoryCapacity\ngroupedQueryBytes')
    await switchOn(page)
    await page.keyboard.press('Control+i')
    const explained = page.locator('.types-explanation')
    await explained.filter({ hasText: 'KV-cache bytes one token adds' }).waitFor()
    await page.locator('.cm-announced', { hasText: 'KV-cache bytes one token adds' }).waitFor({ state: 'attached' })
    expect(await barriers(page)).toEqual([])
    await page.keyboard.press('Escape')
    await explained.waitFor({ state: 'detached' })
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('Control+i')
    await explained.filter({ hasText: 'const memoryCapacity: 80000000000' }).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    expect(await page.locator('.cm-content').count()).toBe(0)
  })

  it('explain what is under the pointer', async () => {
    const { page } = await editing('groupedQueryBytes')
    await switchOn(page)
    await page
      .locator('.cm-line')
      .first()
      .hover({ position: { x: 40, y: 8 } })
    await page.locator('.cm-tooltip-hover', { hasText: 'KV-cache bytes one token adds' }).waitFor()
  })

  it('underline what is wrong, lead to it by a key, and stop once it is right or they are switched off', async () => {
    const { page } = await editing('const weight = 1\nconst hours: number = "x"')
    await switchOn(page)
    const wrong = page.locator('.cm-lintRange-error')
    await wrong.waitFor()
    expect(await wrong.allTextContents()).toEqual(['hours'])
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('F8')
    await page.locator('.cm-announced', { hasText: "Type 'string' is not assignable" }).waitFor({ state: 'attached' })
    await page.locator('.cm-content').fill('const hours: number = memoryCapacity')
    await wrong.waitFor({ state: 'detached' })
    await page.locator('.cm-content').fill('const hours: number = memoryCapacities')
    await wrong.waitFor()
    await toggle(page).click()
    await wrong.waitFor({ state: 'detached' })
  })

  it('are one choice for all editors, kept for the next visit', async () => {
    const { page } = await editing('weight')
    await edit(page, 'const double: string = weight * 2', 'twice')
    await switchOn(page)
    expect(await page.locator('.cell-types[aria-pressed=true]').count()).toBe(2)
    await page.locator('[data-cell=twice] .cm-lintRange-error').waitFor()
    await page.reload()
    await edit(page, 'const weight: number = "x"')
    await page.locator('.cm-lintRange-error').waitFor()
    expect(await toggle(page).getAttribute('aria-pressed')).toBe('true')
  })

  it('say where they cannot be had, and leave the editor as it was', async () => {
    const { page } = await editing('')
    await page.route(onlyForTypes, (route) =>
      route.request().url().endsWith('.json') ? route.abort() : route.continue(),
    )
    await toggle(page).click()
    await page.locator('.types-said', { hasText: 'No types: they could not be loaded' }).waitFor()
    expect(await toggle(page).getAttribute('aria-pressed')).toBe('false')
    await page.locator('.cm-content').click()
    await page.keyboard.type('7')
    await page.keyboard.press('Shift+Enter')
    await page.locator('[data-cell=weight] .outputs', { hasText: '7' }).waitFor()
    await page.unroute(onlyForTypes)
    await switchOn(page)
  })

  it('leave the editor free while their worker hangs', async () => {
    const { page } = await editing('')
    const body =
      "onmessage = ({ data }) => { if (data.kind === 'open') postMessage({ kind: 'ready' }); else for (;;); }"
    await page.route(/live\/types-/, (route) => route.fulfill({ body, contentType: 'text/javascript' }))
    await switchOn(page)
    await page.keyboard.type('6 * 7 + memoryCapacity * 0')
    await page.keyboard.press('Control+i')
    expect(await code(page)).toEqual(['6 * 7 + memoryCapacity * 0'])
    await page.keyboard.press('Shift+Enter')
    await page.locator('[data-cell=weight] .outputs', { hasText: '42' }).waitFor()
  })

  it.each(['light', 'dark'] as const)(
    'have no barrier that axe knows of with their choices open, %s',
    async (colorScheme) => {
      const { page } = await editing('', { colorScheme })
      await switchOn(page)
      await page.keyboard.type('mod')
      await page.locator('.cm-completionInfo').waitFor()
      expect(await page.locator('.cm-tooltip-autocomplete ul').getAttribute('aria-label')).toBe('Completions')
      expect(await barriers(page)).toEqual([])
      await page.locator('.cm-content').fill('')
      await page.keyboard.type("'text'.repl")
      await page.locator('.types-explanation', { hasText: '@param' }).waitFor()
      expect(await barriers(page)).toEqual([])
      await page.locator('.cm-content').fill('const x: number = "x"')
      await page.locator('.cm-lintRange-error').waitFor()
      await page.keyboard.press('Control+Home')
      await page.keyboard.press('F8')
      await page.locator('.cm-diagnostic').waitFor()
      expect(await barriers(page)).toEqual([])
    },
  )

  it('are not offered by a chapter taken away as one file', async () => {
    const { page } = await editing('weight')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByText('One file', { exact: true }).click(),
    ])
    const path = `${process.cwd()}/.cache/types-${download.suggestedFilename()}`
    await download.saveAs(path)
    const { page: offline } = await visit('')
    await offline.goto(`file://${path}`)
    await edit(offline, 'weight')
    expect(await toggle(offline).count()).toBe(0)
  })
})

async function edit(page: Page, source: string, cell = 'weight'): Promise<void> {
  const section = page.locator(`[data-cell=${cell}]`)
  await section.locator('.cell-edit').waitFor({ state: 'attached' })
  await section.locator('pre.shiki').press('Enter')
  await section.locator('.cm-content').fill(source)
  await page.keyboard.press('Control+End')
}

function toggle(page: Page): Locator {
  return page.locator('.cell-types').first()
}

/** Returns once questions are answered, with the cursor back in the text. */
async function switchOn(page: Page): Promise<void> {
  await toggle(page).click()
  await page.waitForFunction("document.querySelector('.types-said').textContent === ''")
  expect(await toggle(page).getAttribute('aria-pressed')).toBe('true')
  await page.locator('.cm-content').first().focus()
}

function code(page: Page): Promise<readonly string[]> {
  return page.locator('.cm-line').allTextContents()
}
