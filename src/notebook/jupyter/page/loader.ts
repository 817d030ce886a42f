// How does a figure in a Jupyter page come to be drawn? It waits for its libraries, whichever output brings them.
import { unzip } from './unzip'

/** The page's libraries, by name: one promise each, however many figures wait and in whatever order they appear. */
interface Shelf {
  [library: string]: Place
}
interface Place {
  found?: true
  readonly library: Promise<unknown>
  put(library: unknown): void
}

interface Spec {
  readonly data: unknown[]
  readonly layout: object
  readonly needs: readonly [plotly: string, servemath?: string]
  readonly live?: unknown
}
interface Plotly {
  newPlot(plot: Element, data: unknown[], layout: object, config: object): Promise<unknown>
}
interface Servemath {
  mountLive(root: Element, spec: Spec, plotly: Plotly): Promise<void>
}

const patience = 3000 // ms, before a figure says what it waits for

export default (id: string): void => {
  const page = window as { servemathShelf?: Shelf }
  page.servemathShelf ??= {}
  const shelf = page.servemathShelf

  const placeOf = (name: string): Place => {
    let put: Place['put'] = () => {}
    // biome-ignore lint/suspicious/noAssignInExpressions: small code travels with every figure
    return (shelf[name] ??= {
      library: new Promise((found) => {
        put = found
      }),
      put: (library) => put(library),
    })
  }

  const unpack = async (packed: string): Promise<unknown> => {
    const module = { exports: {} }
    // Given its own `define`, the library does not offer itself to a page's RequireJS, which would refuse it.
    new Function('module', 'exports', 'define', await unzip(packed))(module, module.exports)
    return module.exports
  }

  for (const script of document.querySelectorAll<HTMLElement>('script[data-servemath-library]')) {
    const place = placeOf(script.dataset.servemathLibrary as string)
    if (place.found) continue
    place.found = true
    place.put(unpack(script.textContent as string))
  }

  const wake = (root: HTMLElement): void => {
    const part = (name: string) => root.querySelector(`[data-${name}]`) as HTMLElement
    const spec: Spec = JSON.parse(part('figure').textContent as string)
    const plot = part('plot')
    const say = (text: string) => {
      part('says').textContent = text
    }
    const late = setTimeout(say, patience, 'To draw this figure, run the cell with the imports and then this one.')
    Promise.all(spec.needs.map((name) => placeOf(name as string).library))
      .then(async ([plotly, servemath]) => {
        clearTimeout(late)
        say('')
        if (servemath) return (servemath as Servemath).mountLive(root, spec, plotly as Plotly)
        const { alt, caption } = (spec.layout as { meta: { alt: string; caption: string } }).meta
        plot.textContent = ''
        await (plotly as Plotly).newPlot(plot, spec.data, spec.layout, { responsive: true, displaylogo: false })
        plot.setAttribute('role', 'img')
        plot.setAttribute('aria-label', alt)
        const words = document.createElement('p')
        words.textContent = caption
        plot.after(words)
      })
      .catch((error) => {
        clearTimeout(late)
        say(`The figure could not be drawn here: ${error.message}`)
      })
  }

  for (const root of document.querySelectorAll<HTMLElement>(`[data-servemath="${id}"]`)) {
    if (root.dataset.woken) continue
    root.dataset.woken = 'yes'
    wake(root)
  }
}
