// What stays behind when a figure changes? The old curves that moved, faint and dotted; and in words, how far they moved.
import type { PlotData } from './dress'
import { same } from './same'

interface Curve {
  readonly name: string
  readonly x: readonly unknown[]
  readonly y: readonly unknown[]
  readonly trace: Readonly<Record<string, unknown>>
}

const faint = { opacity: 0.35, showlegend: false, hoverinfo: 'skip', hovertemplate: undefined }

/** The curves of `before` that `after` no longer shows, to be drawn beneath it. */
export function ghosts(before: PlotData, after: PlotData): readonly unknown[] {
  const now = new Set(curves(after).map(course))
  return curves(before)
    .filter((curve) => !now.has(course(curve)))
    .map(({ trace }) => ({ ...trace, ...faint, line: { ...record(trace.line), dash: 'dot' } }))
}

/** Such as `Was: DDR wins. DDR moves most: ×2.5.`; empty where no curve moved, undefined where nothing changed. */
export function whatChanged(before: PlotData, after: PlotData): string | undefined {
  if (same(before, after)) return undefined
  const [was, is] = [titleOf(before), titleOf(after)]
  const most = moves(before, after).sort((a, b) => Math.abs(Math.log(b.factor)) - Math.abs(Math.log(a.factor)))[0]
  const said = [
    ...(was !== is && was !== '' ? [`Was: ${was.replace(/\.$/, '')}.`] : []),
    ...(most
      ? [`${most.name === '' ? 'The curve' : most.name} moves most: ×${Number(most.factor.toPrecision(3))}.`]
      : []),
  ]
  return said.join(' ')
}

interface Move {
  readonly name: string
  readonly factor: number
}

/** How far each curve rose or fell where it moved most, told at equal x. */
function moves(before: PlotData, after: PlotData): Move[] {
  const old = new Map(curves(before).map((curve) => [curve.name, curve]))
  return curves(after).flatMap((curve) => {
    const known = old.get(curve.name)
    if (!known) return []
    const heights = new Map(known.x.map((x, at) => [String(x), known.y[at]]))
    const factors = curve.x.flatMap((x, at): number[] => {
      const factor = Number(curve.y[at]) / Number(heights.get(String(x)))
      return factor > 0 && Number.isFinite(factor) && Math.abs(factor - 1) > 1e-9 ? [factor] : []
    })
    const factor = factors.sort((a, b) => Math.abs(Math.log(b)) - Math.abs(Math.log(a)))[0]
    return factor === undefined ? [] : [{ name: curve.name, factor }]
  })
}

function curves({ data }: PlotData): readonly Curve[] {
  return data.flatMap((trace): Curve[] => {
    const { type = 'scatter', mode = 'lines', name = '', x, y } = record(trace)
    if (type !== 'scatter' || !String(mode).includes('lines') || !Array.isArray(x) || !Array.isArray(y)) return []
    return [{ name: String(name), x, y, trace: record(trace) }]
  })
}

function course({ name, x, y }: Curve): string {
  return JSON.stringify([name, x, y])
}

function titleOf({ layout }: PlotData): string {
  return String(record(layout.title).text ?? '').replaceAll('<br>', ' ')
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
