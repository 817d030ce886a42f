// What does synthetic traffic look like, and where do its numbers come from?
//
// Each kind of traffic, generated alone, meets published figures (a test says how closely):
// Chats: the Mooncake conversation trace (FAST'25), an hour. 12,035 tokens in and 343 out on average, 37 % of prompt
// tokens used again, reuse after 135 s in the median and 531 s at p90, the system prompt aside.
// Agents: 710 recorded Claude Code sessions (kv-cache-tester). 69 requests a session, 96 % of blocks used again, after
// 20, 129 and 1,799 s at p50, p90 and p99. And TraceLab (arXiv 2606.30560), where holding for 1 min, 5 min and 1 h
// hits 85, 94 and 99 %.
// Calls: programs of KVCache in the Wild (ATC'25, trace B). Single requests behind shared templates, 54 % of tokens
// used again, 80 % of that within 10 s, at some five requests a second.

/** A lognormal: half lie below the median, two thirds within a factor of e^sigma of it. */
export interface Spread {
  readonly median: number
  readonly sigma: number
}

export interface Chats {
  /** tokens of a first prompt, of a later message, of an answer */
  readonly first: Spread
  readonly message: Spread
  readonly answer: Spread
  /** s from one turn to the next */
  readonly pause: Spread
  /** probability that there is a next turn */
  readonly goesOn: number
  /** tokens of the system prompt that all chats share */
  readonly systemTokens: number
}

export interface Agents {
  /** tokens of a first task, of a tool's result with what the model wrote */
  readonly task: Spread
  readonly result: Spread
  /** s from one step to the next: while the agent works, and when it waits for its user */
  readonly step: Spread
  readonly wait: Spread
  /** probability that a step ends in waiting for the user */
  readonly waits: number
  /** requests in a session */
  readonly steps: Spread
  /** tokens at which the context is summed up and starts anew */
  readonly fullContext: number
  /** tokens of tools and system prompt, the same in all sessions of one version, and how many versions there are */
  readonly systemTokens: number
  readonly versions: number
}

export interface Calls {
  /** tokens of a template, and of what follows it */
  readonly template: Spread
  readonly input: Spread
  readonly answer: Spread
  /** the k-th template is called in proportion to k^-skew */
  readonly templates: number
  readonly skew: number
}

export const chats: Chats = {
  first: { median: 6300, sigma: 1.1 },
  message: { median: 250, sigma: 1.2 },
  answer: { median: 230, sigma: 0.9 },
  pause: { median: 155, sigma: 1.2 },
  goesOn: 0.4,
  systemTokens: 512,
}

export const agents: Agents = {
  task: { median: 24_000, sigma: 1.1 },
  result: { median: 1150, sigma: 1 },
  step: { median: 20, sigma: 0.62 },
  wait: { median: 290, sigma: 1.25 },
  waits: 0.16,
  steps: { median: 44, sigma: 0.95 },
  fullContext: 170_000,
  systemTokens: 17_000,
  versions: 3,
}

export const calls: Calls = {
  template: { median: 1500, sigma: 0.7 },
  input: { median: 1100, sigma: 0.8 },
  answer: { median: 60, sigma: 0.8 },
  templates: 30,
  skew: 1,
}
