// How long does it take to find what to buy? Beside the same program given to the solver with every second as a row.
import { existsSync } from 'node:fs'
import { buy, type Demand, demandOf, offersOf } from '../../src/placement/buy'
import { programOf } from '../../src/placement/buy/program'
import { secondRow } from '../../src/placement/buy/seconds'
import { solverOf } from '../../src/placement/buy/solver'
import { mooncakeLines, readTrace, syntheticRequests } from '../../src/placement/trace'
import { readTraceFile } from '../../src/placement/trace/file/read'
import type { Row } from './report'

const published = '../shared/traces/mooncake_conversation_trace.jsonl'
const question = { model: 'llama-3.1-70b', accelerator: 'h100-sxm', devices: 8, holdTime: 0 } as const

export async function buyRows(): Promise<Row[]> {
  const trace = existsSync(published)
    ? await readTraceFile(published)
    : readTrace(mooncakeLines(syntheticRequests({ chats: 6000 })).join('\n'))
  const began = performance.now()
  const demand = demandOf(trace)
  const { gap, branches } = await buy(demand, question)
  const took = (performance.now() - began) / 1000
  const rival = await everySecond(demand)
  return [
    {
      what: `buy for ${trace.totals.accesses} accesses in ${demand.seconds} s`,
      figure: `${took.toFixed(2)} s, gap ${(100 * gap).toPrecision(2)} %, ${branches} branches`,
      against: `every second a row, with fractions only: ${rival.toFixed(2)} s (${(took / rival).toFixed(2)}x)`,
      goal: '10 s, 1 %',
    },
  ]
}

async function everySecond(demand: Demand): Promise<number> {
  const program = programOf(demand, offersOf(question))
  const began = performance.now()
  const solver = await solverOf(program.columns)
  solver.add(program.rows)
  for (const { id, part, room } of program.offers.offers) {
    const supplies = part === undefined ? (room === undefined ? [] : ['space']) : ['space', 'reads']
    for (const supply of supplies as ('space' | 'reads')[]) {
      solver.add(
        Array.from({ length: demand.seconds }, (_, second) => secondRow(program, { tier: id, supply, second })),
      )
    }
  }
  solver.solve()
  solver.close()
  return (performance.now() - began) / 1000
}
