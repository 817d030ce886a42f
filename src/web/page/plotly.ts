// How does Plotly reach the page? As a script of the site's own, fetched once, when the first figure needs it.

export interface Plotly {
  react(element: HTMLElement, data: readonly unknown[], layout: object, config: object): Promise<unknown>
  purge(element: HTMLElement): void
}

const loading = new Map<string, Promise<Plotly>>()

export function loadPlotly(address: string): Promise<Plotly> {
  const known = loading.get(address)
  if (known) return known
  const fresh = addScript(address)
  loading.set(address, fresh)
  // A failed download may be tried again by the next figure.
  fresh.catch(() => loading.delete(address))
  return fresh
}

function addScript(address: string): Promise<Plotly> {
  return new Promise((resolve, reject) => {
    const arrived = () => {
      const { Plotly } = window as { Plotly?: Plotly }
      if (Plotly) resolve(Plotly)
      else reject(new Error(`${address} did not define Plotly`))
    }
    const script = document.createElement('script')
    script.onload = arrived
    script.onerror = () => reject(new Error(`Cannot load ${address}`))
    // In a page saved as one file the script lies in the page, asleep.
    const inside = address.startsWith('#') ? document.getElementById(address.slice(1)) : null
    if (inside) script.textContent = inside.textContent
    else script.src = address
    document.head.append(script)
    if (inside) arrived()
  })
}
