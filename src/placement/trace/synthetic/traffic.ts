// How is a synthetic trace made? Sessions of three kinds start at random through the time, and their requests are merged.
import { Refusal } from '../../../units'
import { collector } from '../collect'
import type { Request } from '../request'
import type { Trace } from '../trace'
import { type Draw, draws } from './draw'
import { agents, calls, chats } from './parameters'
import { blockTokens } from './prompt'
import { agent, call, chat, type Fresh } from './sessions'

export interface TrafficOptions {
  readonly seed?: number
  /** s in which sessions start; requests after it are left out, as at the end of a recording */
  readonly duration?: number
  /** how many start in that time */
  readonly chats?: number
  readonly agents?: number
  readonly calls?: number
}

const usual = { seed: 1, duration: 7200, chats: 900, agents: 24, calls: 3000 }

/** Requests in the order of time, with the fitted parameters of `parameters`. The same seed gives the same requests. */
export function syntheticRequests(options: TrafficOptions = {}): Request[] {
  const asked = { ...usual, ...options }
  for (const [name, value] of Object.entries(asked)) {
    if (!(value >= 0 && value < 1e9)) throw new Refusal(`${name} is ${value}: expected a number from 0 to a billion.`)
  }
  const draw = draws(asked.seed)
  let id = 0
  const fresh: Fresh = () => id++
  const blocksOf = (tokens: number): number[] => Array.from({ length: Math.floor(tokens / blockTokens) }, fresh)
  const systems = Array.from({ length: agents.versions }, () => blocksOf(agents.systemTokens))
  const templates = Array.from({ length: calls.templates }, () => blocksOf(draw.spread(calls.template)))
  const chatSystem = blocksOf(chats.systemTokens)
  const some = (prompts: readonly number[][], skew: number): number[] =>
    prompts[draw.skewed(prompts.length, skew)] ?? []
  const requests = [
    ...each(asked.chats, asked.duration, draw, (at) => chat(at, { draw, fresh, system: chatSystem }, chats)),
    ...each(asked.agents, asked.duration, draw, (at) => agent(at, { draw, fresh, system: some(systems, 1) }, agents)),
    ...each(asked.calls, asked.duration, draw, (at) =>
      call(at, { draw, fresh, system: some(templates, calls.skew) }, calls),
    ),
  ]
  return requests.filter(({ time }) => time <= asked.duration * 1e6).sort((a, b) => a.time - b.time)
}

/** The same as a trace, ready to be replayed. */
export function syntheticTrace(options: TrafficOptions = {}): Trace {
  const gathered = collector()
  for (const request of syntheticRequests(options))
    gathered.add(request, { blockTokens, scope: 'global' }, 'The traffic')
  return gathered.trace('synthetic', [
    `Synthetic traffic of seed ${options.seed ?? usual.seed}, blocks of ${blockTokens} tokens.`,
  ])
}

/** The same as lines of a Mooncake file. */
export function mooncakeLines(requests: readonly Request[]): string[] {
  return requests.map(({ time, inputTokens, outputTokens, blocks }) =>
    JSON.stringify({
      timestamp: time / 1000,
      input_length: inputTokens,
      output_length: outputTokens,
      hash_ids: Array.from(blocks),
    }),
  )
}

function each(count: number, duration: number, draw: Draw, start: (at: number) => Request[]): Request[] {
  return Array.from({ length: count }, () => start(draw.unit() * duration)).flat()
}
