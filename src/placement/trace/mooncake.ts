// How is a Mooncake trace read? JSON lines: milliseconds, blocks of 512 tokens, one chain of prefix hashes for all.
import { blockIds, count, time } from './fields'
import type { Format } from './format'

export const mooncake: Format = {
  name: 'mooncake',
  says: 'Mooncake JSONL: time in milliseconds, blocks of 512 tokens, ids global.',
  needs: ['timestamp', 'input_length', 'output_length', 'hash_ids'],
  layout: () => ({ blockTokens: 512, scope: 'global' }),
  requests: (record, _session, where) => [
    {
      session: 0,
      time: time(record, 'timestamp', 1000, where),
      inputTokens: count(record, 'input_length', where),
      outputTokens: count(record, 'output_length', where),
      blocks: blockIds(record, 'hash_ids', where),
    },
  ],
}
