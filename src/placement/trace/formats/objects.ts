// How is a libCacheSim table read? A line an access: when, to which object. Every block by itself, without a prompt.
import { Refusal } from '../../../units'
import { clockTime, oneId, said } from '../fields'
import { microsecondsPerSecond, type Request } from '../request'
import type { LineFormat } from './format'

const time = /^(clock_?)?time(stamp)?$|^(unix|real)[ _]?time(stamp)?$/i
const object = /^(obj(ect)?([ _]?id)?|id|key)$/i
const bytes = /^(obj(ect)?[ _]?)?size$/i

export const objects: LineFormat = {
  name: 'libCacheSim CSV',
  says: 'libCacheSim CSV: time in seconds, every access a block by itself, all of one size.',
  begins: (line) => [time, object, bytes].every((name) => columnsOf(line).some((column) => name.test(column))),
  layout: (blockTokens, where) => oneSize(blockTokens, where),
  open: (first, { blockTokens }) => {
    const columns = columnsOf(first)
    const [timeAt, objectAt] = [time, object].map((name) => columns.findIndex((column) => name.test(column))) as [
      number,
      number,
    ]
    return (line, where): Request | undefined => {
      if (line === first) return undefined
      const cells = line.split(',').map((cell) => cell.trim())
      return {
        session: 0,
        time: secondsIn(cells[timeAt] ?? '', where),
        inputTokens: blockTokens,
        outputTokens: 0,
        blocks: [oneId(cells[objectAt] ?? '', `${where}: the object is`)],
      }
    }
  },
}

/** Objects have bytes: how many tokens one stands for only the reader knows. */
export function oneSize(blockTokens: number | undefined, where: string): { blockTokens: number; scope: 'global' } {
  if (blockTokens !== undefined) return { blockTokens, scope: 'global' }
  throw new Refusal(
    `${where} is a trace of libCacheSim, whose objects have bytes: say how many tokens one stands for, such as --block-tokens 512.`,
  )
}

const columnsOf = (line: string): string[] =>
  line
    .replace(/^\s*#/, '')
    .split(',')
    .map((column) => column.trim())

function secondsIn(text: string, where: string): number {
  const seconds = text === '' ? Number.NaN : Number(text)
  if (Number.isFinite(seconds) && seconds >= 0) return Math.round(seconds * microsecondsPerSecond)
  if (/\d{4}-/.test(text)) return clockTime(text, `${where}: time`)
  throw new Refusal(`${where}: time is ${said(text)}: expected seconds from the start of the trace.`)
}
