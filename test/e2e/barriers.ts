// What stands between a page and some of its readers? What axe-core finds, as one line for each rule that is broken.
import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** `rules` are axe's names of those to look at; all of them by default. */
export async function barriers(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  // The shell names its switch for light and dark only once its own script has run.
  await page.waitForFunction(() => !document.querySelector('.VPSwitchAppearance[title=""]'))
  await page.evaluate(axe.source)
  return page.evaluate(findings, rules)
}

// Runs in the page. How a formula is drawn is hidden from assistive technology, which reads its MathML.
async function findings(rules: readonly string[] | undefined): Promise<readonly string[]> {
  const { axe } = window as unknown as { readonly axe: typeof import('axe-core') }
  const { violations } = await axe.run(
    { exclude: ['.katex-html'] },
    {
      resultTypes: ['violations'],
      ...(rules && { runOnly: { type: 'rule', values: [...rules] } }),
    },
  )
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}
