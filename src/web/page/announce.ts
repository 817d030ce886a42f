// Which page is this? Said to those who listen, where a page changes without the browser loading one.

/** The function it returns is called with every page; the first the browser announces itself. */
export function announcer(): (root: ParentNode) => void {
  let region: HTMLElement | undefined
  return (root) => {
    if (region === undefined) {
      region = document.createElement('p')
      region.className = 'visually-hidden'
      region.setAttribute('role', 'status')
      document.body.append(region)
      return
    }
    const said = ['h1', '.chapter-number'].map((place) => root.querySelector(place)?.textContent ?? '')
    region.textContent = said.filter(Boolean).join('. ')
  }
}
