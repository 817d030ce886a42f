// How quick is a placement asked again, and a map of a hundred of them?
import { winnerMap } from '../../src/figures'
import { place, settled } from '../../src/placement'
import type { Row } from './report'

const question = settled({ model: 'llama-3.1-70b', accelerator: 'h100-sxm', holdTime: 300, context: 32_768 })

// CPU time, since the machine may be busy with other things; the best of several, since it may be very busy.
function microseconds(times: number, run: (i: number) => unknown): number {
  const rounds = Array.from({ length: 30 }, () => {
    const before = process.cpuUsage()
    for (let i = 0; i < times; i++) run(i)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / times
  })
  return Math.min(...rounds)
}

export function placementRows(): Row[] {
  const asked = microseconds(300, (i) => place({ ...question, stall: i / 300 }))
  const map = microseconds(1, () => winnerMap(question, { rows: 100 })) / 1000
  return [
    {
      what: `one placement among ${question.deployment.tiers.length + 2} options, asked before with other numbers`,
      figure: `${asked.toFixed(0)} µs`,
      against: '',
      goal: 'under 50 µs',
    },
    { what: 'a map of 100 placements', figure: `${map.toFixed(0)} ms`, against: '', goal: 'under 300 ms' },
  ]
}
