// Which tokens does a usage field count? Anthropic's beside one another, OpenAI's with those from a cache inside the prompt.
import { Refusal } from '../../units'
import type { CallTokens } from './call'

export type Json = Readonly<Record<string, unknown>>

export const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A count that may be absent, 0 then. */
export function tokensIn(record: unknown, name: string, where: string): number {
  const value = isRecord(record) ? record[name] : undefined
  if (value === undefined || value === null) return 0
  const count = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value
  if (typeof count === 'number' && Number.isSafeInteger(count) && count >= 0) return count
  throw new Refusal(`${where}: ${name} is ${JSON.stringify(value)}: expected a whole number of tokens.`)
}

export interface Usage {
  readonly tokens: CallTokens
  readonly automatic: boolean
}

/** The usage of one answer; undefined for a field of that name that counts no tokens. */
export function usageIn(usage: Json, where: string): Usage | undefined {
  const has = (name: string): boolean => Object.hasOwn(usage, name)
  if (has('prompt_tokens')) return inside(usage, 'prompt_tokens', 'prompt_tokens_details', 'completion_tokens', where)
  if (has('input_tokens_details')) return inside(usage, 'input_tokens', 'input_tokens_details', 'output_tokens', where)
  if (has('input_tokens')) return { tokens: beside(usage, where), automatic: false }
  return undefined
}

function inside(usage: Json, prompt: string, details: string, output: string, where: string): Usage {
  const all = tokensIn(usage, prompt, where)
  const read = tokensIn(usage[details], 'cached_tokens', where)
  return { tokens: { ...parted(all, read, 0, where), output: tokensIn(usage, output, where) }, automatic: true }
}

/** Of a prompt the parts that were read and written, and the plain rest. */
export function parted(all: number, read: number, write: number, where: string): Omit<CallTokens, 'output'> {
  if (read + write > all)
    throw new Refusal(
      `${where}: ${read + write} tokens of a cache in a prompt of ${all}: expected no more than it has.`,
    )
  return { input: all - read - write, read, write, longWrite: 0 }
}

function beside(usage: Json, where: string): CallTokens {
  const written = tokensIn(usage, 'cache_creation_input_tokens', where)
  // Where the lives are told apart they are; else all was written to the shorter.
  const longWrite = Math.min(written, tokensIn(usage.cache_creation, 'ephemeral_1h_input_tokens', where))
  return {
    input: tokensIn(usage, 'input_tokens', where),
    read: tokensIn(usage, 'cache_read_input_tokens', where),
    write: written - longWrite,
    longWrite,
    output: tokensIn(usage, 'output_tokens', where),
  }
}
