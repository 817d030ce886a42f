// By which rules does a provider keep a cache? What holds for all its models, then for a family, then for one model.
import * as v from 'valibot'
import data from '../../data/api-caching.json'
import type { Fact, Source } from './fact'
import { table } from './load'
import { periodText } from './periodText'
import { factIn } from './schema'
import { sourceId } from './sourceId'

/** A rule that is a word rather than a number, with its source as a number has one. */
export interface Rule<Word extends string> {
  readonly value: Word
  readonly source: Source
  readonly kind: 'spec' | 'measured' | 'assumed'
  readonly asOf: string
  readonly confidence?: 'medium' | 'low'
}

export interface ApiCachingFacts {
  /** s a cache is kept at least, and the one that is written at the longer price */
  readonly life?: Fact
  readonly longLife?: Fact
  /** price of a write over that of input, where the price list has none */
  readonly write?: Fact
  readonly longWrite?: Fact
  /** tokens below which nothing is cached */
  readonly minimumPrefix?: Fact
  /** tokens: a prefix hits in whole multiples of this */
  readonly prefixStep?: Fact
  readonly renewed?: Rule<'by reads' | 'never'>
  readonly counted?: Rule<'from the start of a request' | 'from the end of a request'>
}

const rule = <const Words extends readonly string[]>(words: Words): v.GenericSchema<unknown, Rule<Words[number]>> =>
  v.strictObject({
    value: v.picklist(words),
    source: sourceId,
    kind: v.picklist(['spec', 'measured', 'assumed']),
    asOf: periodText,
    confidence: v.exactOptional(v.picklist(['medium', 'low'])),
  })

const written = table(
  'data/api-caching.json',
  data,
  v.strictObject({
    life: v.exactOptional(factIn('s')),
    longLife: v.exactOptional(factIn('s')),
    write: v.exactOptional(factIn('1')),
    longWrite: v.exactOptional(factIn('1')),
    minimumPrefix: v.exactOptional(factIn('token')),
    prefixStep: v.exactOptional(factIn('token')),
    renewed: v.exactOptional(rule(['by reads', 'never'])),
    counted: v.exactOptional(rule(['from the start of a request', 'from the end of a request'])),
  }),
)

/** The rules for the model of a price list such as Anthropic/claude-opus-5.5; what no source says is absent. */
export function apiCaching(priceId: string): ApiCachingFacts {
  const matching = [...written()].filter(([start]) => priceId.startsWith(start))
  const nearestLast = matching.sort(([a], [b]) => a.length - b.length)
  return Object.assign({}, ...nearestLast.map(([, rules]) => rules))
}

/** What the rules are written for: a provider, a family or a model, each the beginning of a price list's id. */
export function apiCachingKeys(): readonly string[] {
  return [...written().keys()]
}
