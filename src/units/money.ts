// How is money written where a dollar sign begins a formula? As every other quantity: the number, then its unit.

/** A dollar sign before a figure. `$2$` is a formula, and so is what begins with two of them. */
export const dollars = /(?<![$\w])\\?\$(\d+(?:,\d{3})*(?:\.\d+)?(?:×10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?)(?![\d$×]|[.,]\d)/gu

/**
 * `$2.60/h` as `2.60 USD/h`. Of all spellings tried (`\$`, `&#36;`, a full-width sign, `<span>`) only this one is read alike
 * by the Markdown of Jupyter's classic Notebook, JupyterLab, nbconvert, VS Code, GitHub and the web edition, and read well.
 */
export function dollarsAsUnit(text: string): string {
  return text.replace(dollars, '$1 USD')
}
