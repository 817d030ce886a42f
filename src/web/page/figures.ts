// When does a stored picture become a figure one can touch? When it scrolls into view, in the room it already has.
import { dress, type PlotData, type Surroundings } from './dress'
import { loadPlotly, type Plotly } from './plotly'

interface Live {
  readonly plotly: Plotly
  readonly plot: PlotData
  readonly place: HTMLElement
}

const config = { responsive: true, displaylogo: false, modeBarButtonsToRemove: ['select2d', 'lasso2d', 'autoScale2d'] }

/** Watches the figures under `root`; the returned function puts the pictures back, for a page that is left. */
export function bringFiguresToLife(root: ParentNode): () => void {
  const live = new Set<Live>()
  const left = new AbortController()
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting || !(target instanceof HTMLElement)) continue
        seen.unobserve(target)
        // Offline or blocked, the picture stays: it says the same.
        wake(target, live, left.signal).catch((error: unknown) => console.warn(`This figure stays a picture: ${error}`))
      }
    },
    { rootMargin: '200px' },
  )
  for (const box of root.querySelectorAll('[data-figure]')) seen.observe(box)
  const theme = new MutationObserver(() => {
    for (const figure of live) draw(figure)
  })
  theme.observe(document.documentElement, { attributeFilter: ['class'] })
  return () => {
    left.abort()
    seen.disconnect()
    theme.disconnect()
    for (const figure of live) sleep(figure)
  }
}

async function wake(box: HTMLElement, live: Set<Live>, left: AbortSignal): Promise<void> {
  const { figure = '', plotly: script = '' } = box.dataset
  const [plotly, plot] = await Promise.all([loadPlotly(script), fetchPlot(figure)])
  if (left.aborted) return
  const place = document.createElement('div')
  place.className = 'figure-live'
  box.append(place)
  const figureNow = { plotly, plot, place }
  live.add(figureNow)
  await draw(figureNow)
  box.classList.add('is-live')
}

function sleep({ plotly, place }: Live): void {
  place.parentElement?.classList.remove('is-live')
  plotly.purge(place)
  place.remove()
}

async function fetchPlot(address: string): Promise<PlotData> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address} answers ${response.status}`)
  return response.json()
}

async function draw({ plotly, plot, place }: Live): Promise<void> {
  const { data, layout } = dress(plot, surroundings(place))
  await plotly.react(place, data, layout, config)
}

function surroundings(place: HTMLElement): Surroundings {
  const style = getComputedStyle(place)
  const variable = (name: string) => style.getPropertyValue(name).trim()
  return {
    dark: document.documentElement.classList.contains('dark'),
    width: place.clientWidth,
    ink: variable('--ink'),
    grid: variable('--rule'),
    paper: variable('--paper'),
    font: style.fontFamily,
  }
}
