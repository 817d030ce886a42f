// How does a command read a trace? Whole or a sample of it, from a file or standard input, with its progress on a terminal.
import type { Arrival, ReadOptions, Trace } from '../../placement/trace'
import { readTraceBytes, readTraceFile, readTraceStream } from '../../placement/trace/file/read'
import { parseQuantity, Refusal } from '../../units'
import type { Io } from '../verb'
import type { Flags, Words } from '../words'
import { progressBar } from './progress'

export const readingFlags: Flags = {
  sample: {
    takes: 'SHARE',
    says: 'read this share of the blocks, such as 0.01: bounded memory, with error bars (1)',
  },
  seed: { takes: 'N', says: 'which sample, and which random arrivals (1)' },
  tokens: { takes: 'whole|exact', says: 'the last block of a prompt: as full, or by its tokens (whole)' },
  arrival: {
    takes: 'poisson:RATE|together',
    says: 'when sessions without a common clock begin: at random, such as poisson:0.2/s, or all at once (together, with a remark)',
  },
  'block-tokens': { takes: 'N', says: 'tokens in a block, where a file differs from its format' },
}

export function readingIn(words: Words): ReadOptions {
  const [sample, seed, blockTokens, arrival] = ['sample', 'seed', 'block-tokens', 'arrival'].map((flag) =>
    words.value(flag),
  )
  return {
    ...(sample !== undefined && { sample: number(sample, '--sample') }),
    ...(seed !== undefined && { seed: whole(seed, '--seed') }),
    ...(arrival !== undefined && { arrival: arrivalOf(arrival, seed) }),
    ...(blockTokens !== undefined && { blockTokens: whole(blockTokens, '--block-tokens') }),
  }
}

function arrivalOf(text: string, seed: string | undefined): Arrival {
  if (text === 'together') return text
  const [, rate] = /^poisson:(.+)$/.exec(text) ?? []
  if (rate === undefined)
    throw new Refusal(`--arrival is ${text}: expected poisson:RATE, such as poisson:0.2/s, or together.`)
  return {
    poisson: parseQuantity(rate, '1/s', '--arrival'),
    ...(seed !== undefined && { seed: whole(seed, '--seed') }),
  }
}

export async function readTrace(path: string, reading: ReadOptions, io: Io): Promise<Trace> {
  if (path === '-') return readPiped({ name: 'Standard input', ...reading }, io)
  if (!process.stderr.isTTY) return readTraceFile(path, reading)
  const bar = progressBar(io.err, () => performance.now())
  try {
    return await readTraceFile(path, { ...reading, progress: bar.draw })
  } finally {
    bar.clear()
  }
}

const readPiped = async (reading: ReadOptions, io: Io): Promise<Trace> =>
  io.piped === undefined ? readTraceBytes(await io.stdin(), reading) : readTraceStream(io.piped(), reading)

export function number(text: string, flag: string): number {
  return parseQuantity(text, '1', flag)
}

export function whole(text: string, flag: string): number {
  const value = number(text, flag)
  if (!Number.isSafeInteger(value) || value < 1)
    throw new Refusal(`${flag} is ${text}: expected a whole number, 1 or more.`)
  return value
}
