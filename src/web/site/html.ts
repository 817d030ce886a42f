// How does text become HTML that passes unharmed through a Markdown renderer?

export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}

/** A blank line would end a block of HTML inside Markdown, so line ends are written as a reference. */
export function oneLine(html: string): string {
  return html.replace(/\r?\n/g, '&#10;')
}

/** ` name="value"` for each attribute that has a value. */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${escapeHtml(String(value))}"`]))
    .join('')
}

/** `Hold, retrieve & rematerialize` becomes `hold-retrieve-rematerialize`: the same anchors in links and headings. */
export function slugify(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-|-$/g, '')
}
