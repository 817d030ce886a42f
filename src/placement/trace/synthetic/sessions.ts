// What does one chat, one agent or one program send? Requests in time, each repeating the prompt so far.
import type { Request } from '../request'
import { microsecondsPerSecond } from '../request'
import type { Draw } from './draw'
import type { Agents, Calls, Chats } from './parameters'
import { type Prompt, prompt } from './prompt'

export type Fresh = () => number

export function chat(start: number, { draw, fresh, system }: Maker, of: Chats): Request[] {
  const grows = prompt(system, fresh)
  grows.add(draw.count(of.first))
  const requests: Request[] = []
  for (let now = start; ; now += draw.spread(of.pause)) {
    const answer = draw.count(of.answer)
    requests.push(request(now, grows, answer))
    if (draw.unit() > of.goesOn) return requests
    grows.add(answer + draw.count(of.message))
  }
}

export function agent(start: number, { draw, fresh, system }: Maker, of: Agents): Request[] {
  const requests: Request[] = []
  let grows = prompt(system, fresh)
  grows.add(draw.count(of.task))
  let now = start
  for (let left = draw.count(of.steps); left > 0; left--) {
    requests.push(request(now, grows, Math.round(draw.count(of.result) / 3)))
    now += draw.spread(draw.unit() < of.waits ? of.wait : of.step)
    if (grows.tokens() > of.fullContext) {
      grows = prompt(system, fresh)
      grows.add(draw.count(of.task))
    }
    grows.add(draw.count(of.result))
  }
  return requests
}

/** One request behind a template. */
export function call(at: number, { draw, fresh, system }: Maker, of: Calls): Request[] {
  const whole = prompt(system, fresh)
  whole.add(draw.count(of.input))
  return [request(at, whole, draw.count(of.answer))]
}

export interface Maker {
  readonly draw: Draw
  readonly fresh: Fresh
  /** blocks of the system prompt or template it starts with */
  readonly system: readonly number[]
}

function request(seconds: number, grows: Prompt, outputTokens: number): Request {
  return {
    session: 0,
    // A millisecond is as fine as the traces this stands for.
    time: Math.round(seconds * 1000) * (microsecondsPerSecond / 1000),
    inputTokens: grows.tokens(),
    outputTokens,
    blocks: grows.blocks(),
  }
}
