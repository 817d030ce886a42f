// How is a Mooncake trace read? JSON lines: milliseconds, blocks of 512 tokens, one chain of prefix hashes for all.
import { blockIds, count, inputLength, stamp } from '../fields'
import type { Format } from './format'

export const mooncake: Format = {
  name: 'mooncake',
  says: 'Mooncake JSONL: time in milliseconds, blocks of 512 tokens, ids global.',
  needs: ['timestamp', 'hash_ids'],
  layout: () => ({ blockTokens: 512, scope: 'global' }),
  open: (layout) => (record, _number, where) => {
    const blocks = blockIds(record, 'hash_ids', where)
    return [
      {
        session: 0,
        time: stamp(record, 'timestamp', 1000, where),
        inputTokens: inputLength(record, blocks, layout, where),
        outputTokens: record.output_length === undefined ? 0 : count(record, 'output_length', where),
        blocks,
      },
    ]
  },
}
