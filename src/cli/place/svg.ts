// How is a piece of SVG written? Attributes and text escaped, so that a model's name cannot break the picture.

export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  ...inside: string[]
): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(`${value}`)}"`)
  const open = `<${name}${written.join('')}`
  return inside.length === 0 ? `${open}/>` : `${open}>${inside.join('\n')}</${name}>`
}

/** A whole picture on white paper, with its title and what it says for those who cannot see it. */
export function picture(
  { title, spoken, width, height }: Readonly<{ title: string; spoken: string; width: number; height: number }>,
  ...inside: readonly string[]
): string {
  const frame = { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height, role: 'img' }
  const named = { 'aria-labelledby': 'title desc', 'font-family': 'system-ui, sans-serif', 'font-size': 12 }
  return `${element(
    'svg',
    { ...frame, ...named },
    element('title', { id: 'title' }, escaped(title)),
    element('desc', { id: 'desc' }, escaped(spoken)),
    element('rect', { width, height, fill: '#fff' }),
    ...inside,
  )}\n`
}

export function words(at: number, y: number, text: string, style: Readonly<Record<string, string | number>>): string {
  return element('text', { x: at, y, fill: '#000', ...style }, escaped(text))
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** Black or white, whichever is read more easily on a colour such as #0072B2 (relative luminance, WCAG). */
export function inkOn(colour: string): string {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  const luminance = 0.2126 * r + 0.7152 * g + 0.0722 * b
  return (luminance + 0.05) / 0.05 > 1.05 / (luminance + 0.05) ? '#000' : '#fff'
}
