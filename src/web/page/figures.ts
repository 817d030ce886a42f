// When does a stored picture become a figure one can touch? When it scrolls into view, in the room it already has.
import { dress, type PlotData, type Surroundings } from './dress'
import { ghosts } from './ghost'
import { loadPlotly, type Plotly } from './plotly'
import { textAt } from './textAt'

export interface Figures {
  /** Shows other data in the same room; what was `before` stays behind, faintly. */
  redraw(box: HTMLElement, plot: PlotData, before: PlotData | undefined): Promise<void>
  plotOf(box: HTMLElement): Promise<PlotData>
  /** Puts the pictures back, for a page that is left. */
  forget(): void
}

interface Shown {
  readonly plot: PlotData
  readonly before: PlotData | undefined
}

interface Live {
  readonly plotly: Plotly
  readonly place: HTMLElement
}

const config = {
  responsive: true,
  displaylogo: false,
  modeBarButtonsToRemove: ['select2d', 'lasso2d', 'autoScale2d'],
}
// Once touched, the bar would stay over the title.
const displayModeBar = () => (matchMedia('(hover: hover)').matches ? 'hover' : false)

export function bringFiguresToLife(root: ParentNode): Figures {
  const shown = new WeakMap<HTMLElement, Shown>()
  const live = new Map<HTMLElement, Live>()
  const left = new AbortController()
  const inView = new Set<HTMLElement>()
  const behindTheTimes = new Set<HTMLElement>()
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!(target instanceof HTMLElement)) continue
        if (!isIntersecting) inView.delete(target)
        else {
          inView.add(target)
          // Offline or blocked, the picture stays: it says the same.
          enter(target).catch((error: unknown) => console.warn(`This figure stays a picture: ${error}`))
        }
      }
    },
    { rootMargin: '200px' },
  )

  async function enter(box: HTMLElement): Promise<void> {
    if (!live.has(box)) await wake(box)
    else if (behindTheTimes.has(box)) await draw(box)
  }

  async function plotOf(box: HTMLElement): Promise<PlotData> {
    const known = shown.get(box)?.plot
    if (known) return known
    const plot: PlotData = JSON.parse(await textAt(box.dataset.figure ?? ''))
    if (!shown.has(box)) shown.set(box, { plot, before: undefined })
    return plot
  }

  async function wake(box: HTMLElement): Promise<void> {
    const [plotly] = await Promise.all([loadPlotly(box.dataset.plotly ?? ''), plotOf(box)])
    if (left.signal.aborted || live.has(box)) return
    const place = document.createElement('div')
    place.className = 'figure-live'
    box.append(place)
    live.set(box, { plotly, place })
    await draw(box)
    box.classList.add('is-live')
  }

  async function draw(box: HTMLElement): Promise<void> {
    const [figure, now] = [live.get(box), shown.get(box)]
    if (!figure || !now) return
    behindTheTimes.delete(box)
    const around = surroundings(figure.place)
    const { data, layout } = dress(now.plot, around)
    const behind = now.before ? dress({ data: ghosts(now.before, now.plot), layout: {} }, around).data : []
    await figure.plotly.react(figure.place, [...behind, ...data], layout, {
      ...config,
      displayModeBar: displayModeBar(),
    })
  }

  for (const box of root.querySelectorAll<HTMLElement>('[data-figure]')) seen.observe(box)
  const theme = new MutationObserver(() => {
    for (const box of live.keys()) {
      if (inView.has(box)) void draw(box)
      else behindTheTimes.add(box)
    }
  })
  theme.observe(document.documentElement, { attributeFilter: ['class'] })
  return {
    async redraw(box, plot, before) {
      shown.set(box, { plot, before })
      // Its picture shows other numbers: until the figure is drawn, its words say more.
      box.classList.add('is-changed')
      // What a slider moves out of sight is drawn when it is looked at: meanwhile what is in sight is quicker.
      if (live.has(box) && !inView.has(box)) behindTheTimes.add(box)
      else if (live.has(box)) await draw(box)
      else {
        // Observed anew it is asked anew, where loading failed before.
        seen.unobserve(box)
        seen.observe(box)
      }
    },
    plotOf,
    forget() {
      left.abort()
      seen.disconnect()
      theme.disconnect()
      for (const [box, { plotly, place }] of live) {
        box.classList.remove('is-live')
        plotly.purge(place)
        place.remove()
      }
    },
  }
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
