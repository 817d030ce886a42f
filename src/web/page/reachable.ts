// Can what is wider than its place be scrolled without a mouse? Only if the keyboard can reach it.

/** Puts on the way of the Tab key every formula and text that has to be scrolled sideways, and no other. */
export function makeReachable(root: ParentNode): void {
  const wide = [...root.querySelectorAll<HTMLElement>('.katex-display, .output-text')].filter(
    ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth,
  )
  for (const element of wide) element.tabIndex = 0
}
