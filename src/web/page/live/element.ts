// How does the page make an element? From a tag, its properties and its children, as text or elements, never as HTML.

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Readonly<Record<string, unknown>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) {
    if (name.includes('-') || name === 'role') made.setAttribute(name, String(value))
    else Object.assign(made, { [name]: value })
  }
  made.append(...children)
  return made
}

export function button(text: string, act: () => void, properties: Readonly<Record<string, unknown>> = {}) {
  return element('button', { type: 'button', onclick: act, ...properties }, text)
}
