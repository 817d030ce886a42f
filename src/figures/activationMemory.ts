// What does training keep for its backward pass? Every layer, some layers, or a reversible network's last one; against depth.
import { activationBytes, reversibleBytes } from '../derivations'
import { formatQuantity } from '../units'
import { accent, grey } from './accent'
import { type Figure, figure } from './figure'
import { logGrid, sixFigures } from './grid'
import { palette } from './palette'
import { spread } from './spread'

export interface Trained {
  readonly name: string
  readonly depth: number
  readonly activationsPerLayer: number
  readonly hiddenDim: number
  readonly bytesPerActivation: number
  /** of the KV cache it will be served with */
  readonly bytesPerToken: number
}

/** Bytes a token keeps, up to four times the network's depth. */
export function activationMemory(network: Trained): Figure {
  const { name, depth, activationsPerLayer, bytesPerToken } = network
  const width = network.hiddenDim * network.bytesPerActivation
  const ways = {
    'every layer': (layers: number): number => activationBytes({ ...network, depth: layers }),
    // Inputs of every s-th layer and s layers in full: least at s = √(layers / activations), if that is a layer at all.
    checkpoints: (layers: number): number => {
      const spacing = Math.max(1, Math.sqrt(layers / activationsPerLayer))
      return width * (layers / spacing + spacing * activationsPerLayer)
    },
    reversible: (): number => reversibleBytes(network),
  }
  const [all, some, last] = Object.values(ways).map((way) => inBytes(way(depth)))
  const cache = inBytes(bytesPerToken)
  const farthest = 4 * depth
  const ends = [reversibleBytes(network) / 3, activationBytes({ ...network, depth: farthest }) * 2] as const
  const x = logGrid(1, farthest)
  return figure({
    title: `To train ${name}, a token keeps ${all}, with checkpoints ${some}, reversible ${last}; its KV cache is ${cache}`,
    caption:
      'Bytes kept per token until the backward pass. Checkpoints are layer inputs at the spacing that keeps least. They and a reversible network cost one more forward pass.',
    alt: `At ${depth} layers: every layer ${all}, rising in proportion; checkpoints ${some}, rising with the root; reversible ${last}, flat.`,
    x: {
      quantity: 'layers',
      unit: '1',
      log: true,
      range: [1, farthest],
      marks: [1, 4, 16, 64, 256].map((n) => [n, `${n}`]),
    },
    y: { quantity: 'kept', unit: 'B/token', log: true, range: ends, marks },
    data: Object.entries(ways).map(([way, at], i) => ({
      type: 'scatter',
      mode: 'lines',
      name: way,
      x,
      y: x.map((layers) => sixFigures(at(layers))),
      line: { color: [grey, accent, palette.remat][i], width: 2.5 },
      hovertemplate: `${way}: %{y:.3s}B at %{x:.0f} layers<extra></extra>`,
    })),
    labels: spread(
      Object.entries(ways).map(([way, at]) => ({ x: farthest, y: at(farthest), text: `  ${way}` })),
      ends,
    ),
    milestones: [
      { x: depth, text: `${name}: ${depth}` },
      { y: bytesPerToken, text: 'its KV cache', colour: palette.hbm },
    ],
    right: 96,
  })
}

// The number and its unit stay on one line of the title.
const inBytes = (bytes: number): string => formatQuantity(bytes, 'B').replace(' ', '\u00a0')

const marks = [1e4, 1e5, 1e6, 1e7, 1e8, 1e9].map((at) => [at, formatQuantity(at, 'B')] as const)
