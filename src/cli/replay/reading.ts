// How does a command read a trace? Whole or a sample of it, from a file or standard input, with its progress on a terminal.
import type { ReadOptions, Trace } from '../../placement/trace'
import { readTraceBytes, readTraceFile } from '../../placement/trace/file/read'
import { parseQuantity, Refusal } from '../../units'
import type { Io } from '../verb'
import type { Flags, Words } from '../words'
import { progressBar } from './progress'

export const readingFlags: Flags = {
  sample: {
    takes: 'SHARE',
    says: 'read this share of the blocks, such as 0.01: bounded memory, with error bars (1)',
  },
  seed: { takes: 'N', says: 'which sample (1)' },
  tokens: { takes: 'whole|exact', says: 'the last block of a prompt: as full, or by its tokens (whole)' },
  'block-tokens': { takes: 'N', says: 'tokens in a block, where a file differs from its format' },
}

export function readingIn(words: Words): ReadOptions {
  const [sample, seed, blockTokens] = ['sample', 'seed', 'block-tokens'].map((flag) => words.value(flag))
  return {
    ...(sample !== undefined && { sample: number(sample, '--sample') }),
    ...(seed !== undefined && { seed: whole(seed, '--seed') }),
    ...(blockTokens !== undefined && { blockTokens: whole(blockTokens, '--block-tokens') }),
  }
}

export async function readTrace(path: string, reading: ReadOptions, io: Io): Promise<Trace> {
  if (path === '-') return readTraceBytes(await io.stdin(), { name: 'Standard input', ...reading })
  if (!process.stderr.isTTY) return readTraceFile(path, reading)
  const bar = progressBar(io.err, () => performance.now())
  try {
    return await readTraceFile(path, { ...reading, progress: bar.draw })
  } finally {
    bar.clear()
  }
}

export function number(text: string, flag: string): number {
  return parseQuantity(text, '1', flag)
}

export function whole(text: string, flag: string): number {
  const value = number(text, flag)
  if (!Number.isSafeInteger(value) || value < 1)
    throw new Refusal(`${flag} is ${text}: expected a whole number, 1 or more.`)
  return value
}
