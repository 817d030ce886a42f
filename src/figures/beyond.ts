// What shows that a trace ends? A grey field over the times that nobody watched.
import { grey } from './accent'
import type { Trace } from './figure'

/** From the end of the trace to the right edge, over the height of the plot. */
export function beyond(watched: number, right: number, [low, high]: readonly [number, number]): Trace {
  return {
    type: 'scatter',
    mode: 'lines',
    name: 'not watched for that long',
    x: [watched, right, right, watched, watched],
    y: [low, low, high, high, low],
    fill: 'toself',
    fillcolor: `${grey}26`,
    line: { width: 0 },
    hoverinfo: 'skip',
    showlegend: false,
  }
}
