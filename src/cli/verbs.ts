// Which verbs are there? Each is loaded only when asked for, so that a quick answer does not wait for the slow ones.
import { unknownName } from '../units'
import type { Verb } from './verb'

interface Listed {
  readonly says: string
  readonly load: () => Promise<Verb>
}

export const verbs: Readonly<Record<string, Listed>> = {
  place: {
    says: 'where a paused conversation of a model should wait on an accelerator, and until when',
    load: async () => (await import('./verbs/place')).place,
  },
  fit: {
    says: 'how many conversations of a model fit on an accelerator, and how long they may be',
    load: async () => (await import('./verbs/fit')).fit,
  },
  serve: {
    says: 'how fast a model makes tokens on an accelerator, and what a million of them cost',
    load: async () => (await import('./verbs/serve')).serve,
  },
  kv: {
    says: 'what the KV cache of a model weighs, from its config.json',
    load: async () => (await import('./verbs/kv')).kv,
  },
  tiers: {
    says: 'what each memory and storage tier charges, with dates and sources',
    load: async () => (await import('./verbs/tiers')).tiers,
  },
  eval: {
    says: 'the value of an equation at given numbers',
    load: async () => (await import('./verbs/eval')).evalVerb,
  },
  explain: {
    says: 'the same, step by step',
    load: async () => (await import('./verbs/explain')).explain,
  },
  sensitivity: {
    says: 'which of the numbers that are not known exactly matters to an equation, and how much',
    load: async () => (await import('./verbs/sensitivity')).sensitivity,
  },
  solve: {
    says: 'which value of a name gives an equation the value you want',
    load: async () => (await import('./verbs/solve')).solve,
  },
  derive: {
    says: 'how an equation comes about, step by step, and whether a line of your own follows',
    load: async () => (await import('./verbs/derive')).derive,
  },
  check: {
    says: 'whether two formulas are the same, and how strongly that is known',
    load: async () => (await import('./verbs/check')).check,
  },
  claims: {
    says: "the lecture's claims beside what our equations and catalogue say",
    load: async () => (await import('./verbs/claims')).claims,
  },
  anchors: {
    says: 'numbers that others published, recomputed by our equations, with the errata',
    load: async () => (await import('./verbs/anchors')).anchors,
  },
  'cache-price': {
    says: 'after how many hits a cache write is paid back, and what it costs the operator',
    load: async () => (await import('./verbs/cachePrice')).cachePrice,
  },
  audit: {
    says: 'what your own calls cost, by their logs, and what they would have cost otherwise',
    load: async () => (await import('./verbs/audit')).auditVerb,
  },
  list: {
    says: 'the equations, quantities, models, machines, tiers and price lists by name',
    load: async () => (await import('./verbs/list')).list,
  },
  facts: {
    says: 'how old every number of the catalogue is, how sure, and which equations rest on it',
    load: async () => (await import('./verbs/facts')).facts,
  },
  replay: {
    says: 'what TTLs, tiers and cache sizes cost and hit on a real trace of requests',
    load: async () => (await import('./verbs/replay')).replay,
  },
  buy: {
    says: 'how many parts of each tier a trace of requests needs, and why, at the least cost',
    load: async () => (await import('./verbs/buy')).buy,
  },
  against: {
    says: 'measured times beside the least or the expected time of the equations, row by row',
    load: async () => (await import('./verbs/against')).against,
  },
  run: {
    says: 'run notebooks, and check or store their outputs',
    load: async () => (await import('./verbs/run')).run,
  },
  kernel: {
    says: 'make the TypeScript kernel known to Jupyter',
    load: async () => (await import('./verbs/kernel')).kernel,
  },
  jupyter: {
    says: 'open the chapters in your own Jupyter, with that kernel',
    load: async () => (await import('./verbs/jupyter')).jupyter,
  },
}

export async function verbNamed(name: string): Promise<Verb> {
  const found = Object.hasOwn(verbs, name) ? verbs[name] : undefined
  if (found === undefined) throw unknownName('verb', name, Object.keys(verbs))
  return found.load()
}
