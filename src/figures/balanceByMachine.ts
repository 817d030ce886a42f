// How much arithmetic can a device do for each byte it reads from its memory?
import { machineBalance } from '../derivations'
import { formatNumber, Refusal } from '../units'
import { accent } from './accent'
import { type Figure, figure } from './figure'

export interface Machine {
  readonly id: string
  readonly precision: string
  readonly flops?: number
  readonly memoryBandwidth: number
}

/** One dot a device, the most arithmetic for a byte on top; all peaks must be of one number format. */
export function balanceByMachine(machines: readonly Machine[]): Figure {
  const formats = new Set(machines.map(({ precision }) => precision))
  if (formats.size !== 1) {
    throw new Refusal(
      `Peaks of ${formats.size} number formats cannot be compared: expected one or more devices in one format.`,
    )
  }
  const sorted = machines
    .map((machine) => ({ ...machine, balance: balanceOf(machine) }))
    .sort((a, b) => a.balance - b.balance)
  const [least, most] = [sorted[0]?.balance ?? 0, sorted.at(-1)?.balance ?? 0]
  const near = sorted.filter(({ balance }) => Math.abs(balance / 300 - 1) <= 0.1)
  const format = [...formats].join()
  return figure({
    title: `A device does ${formatNumber(least)} to ${formatNumber(most)} FLOP for each byte it reads (${format}); ${near.length} of ${sorted.length} are within a tenth of 300`,
    caption: `Dense ${format} peak over memory bandwidth, both as the vendor states them. Left of its dot a workload waits for memory, right of it for arithmetic.`,
    alt: `Dot plot of ${sorted.length} devices by FLOP per byte, from ${formatNumber(least)} to ${formatNumber(most)}.`,
    x: { quantity: 'machine balance', unit: 'FLOP/B', range: [0, most * 1.12] },
    y: {
      quantity: '',
      unit: '',
      more: { type: 'category', categoryarray: sorted.map(({ id }) => id), ticks: '', showgrid: false },
    },
    data: [
      {
        type: 'scatter',
        mode: 'markers+text',
        name: format,
        x: sorted.map(({ balance }) => balance),
        y: sorted.map(({ id }) => id),
        text: sorted.map(({ balance }) => `  ${formatNumber(balance)}`),
        textposition: 'middle right',
        textfont: { size: 11 },
        marker: { size: 10, color: accent },
        hovertemplate: '%{y}: %{x:.0f} FLOP/B<extra></extra>',
      },
    ],
    milestones: [{ x: 300, text: '300' }],
  })
}

function balanceOf({ id, flops, memoryBandwidth, precision }: Machine): number {
  if (flops === undefined) throw new Refusal(`${id} has no ${precision} peak in the catalogue: leave it out.`)
  return machineBalance({ flops, memoryBandwidth })
}
