// How much does a cache of a given size hit? LRU and the best possible order of eviction, beside no limit at all.
import type { CapacityPoint } from '../placement/replay'
import { formatNumber, formatQuantity, Refusal } from '../units'
import { accent, grey } from './accent'
import { type Figure, figure, type Milestone, type Trace } from './figure'
import { sixFigures } from './grid'

export interface SizeMark {
  readonly bytes: number
  readonly text: string
  readonly colour?: string
}

/** Hit ratio in blocks against bytes; `unlimited` is the ratio of a cache that forgets nothing. */
export function hitsByBytes(
  points: readonly CapacityPoint[],
  unlimited: number,
  marks: readonly SizeMark[] = [],
): Figure {
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined) throw new Refusal('There is no cache size to draw.')
  const enough = (of: 'lru' | 'belady'): number => points.find((one) => one[of] >= 0.9 * unlimited)?.bytes ?? Infinity
  const size = (bytes: number): string =>
    bytes === Infinity ? `more than ${formatQuantity(last.bytes, 'B')}` : formatQuantity(bytes, 'B', { digits: 2 })
  return figure({
    title: `Nine tenths of all possible hits take ${size(enough('lru'))} with LRU, ${size(enough('belady'))} if one knew what comes`,
    caption:
      'Accesses that find their block, by the size of the cache. LRU drops what was unused longest, the end of a prompt before its head; Belady drops what will be unused longest, which no cache can know. Dashed: a cache without limit.',
    alt: `Two rising curves of the hit ratio against bytes, up to ${percent(unlimited)}. At ${points
      .filter((_, i) => i % Math.ceil(points.length / 6) === 0)
      .map(({ bytes, lru, belady }) => `${formatQuantity(bytes, 'B')}: LRU ${percent(lru)}, Belady ${percent(belady)}`)
      .join('; ')}.`,
    x: {
      quantity: 'size of the cache',
      unit: 'B',
      log: true,
      range: [first.bytes, last.bytes],
      marks: byteMarks(first.bytes, last.bytes),
    },
    y: { quantity: 'hit ratio (blocks)', unit: '1', range: [0, Math.min(1, 1.2 * unlimited)] },
    data: [
      curve(points, 'lru', 'LRU', { color: accent, width: 2.5 }),
      curve(points, 'belady', 'Belady', { color: accent, width: 2.5, dash: 'dashdot' }),
      {
        type: 'scatter',
        mode: 'lines',
        name: 'no limit',
        x: [first.bytes, last.bytes],
        y: [unlimited, unlimited],
        line: { color: grey, width: 1.5, dash: 'dash' },
        hoverinfo: 'skip',
      },
    ],
    milestones: marks.map(({ bytes, ...rest }): Milestone => ({ x: bytes, ...rest })),
    legend: true,
  })
}

function curve(points: readonly CapacityPoint[], of: 'lru' | 'belady', name: string, line: object): Trace {
  return {
    type: 'scatter',
    mode: 'lines',
    name,
    x: points.map(({ bytes }) => bytes),
    y: points.map((point) => sixFigures(point[of])),
    line,
    hovertemplate: `${name}: %{y:.3f} at %{x:.3s}B<extra></extra>`,
  }
}

function byteMarks(low: number, high: number): readonly (readonly [number, string])[] {
  return Array.from({ length: 20 }, (_, i) => 10 ** i)
    .filter((at) => at >= low && at <= high)
    .map((at) => [at, formatQuantity(at, 'B')] as const)
}

const percent = (share: number): string => `${formatNumber(100 * share, 3)}%`
