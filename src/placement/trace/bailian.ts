// How is a Bailian trace read? JSON lines as Mooncake's with a chat id, but seconds and blocks of 16 tokens.
import { blockIds, count, time } from './fields'
import type { Format } from './format'

export const bailian: Format = {
  name: 'bailian',
  says: 'Bailian JSONL: time in seconds, blocks of 16 tokens, ids global.',
  needs: ['chat_id', 'timestamp', 'input_length', 'output_length', 'hash_ids'],
  layout: () => ({ blockTokens: 16, scope: 'global' }),
  requests: (record, _session, where) => [
    {
      session: 0,
      time: time(record, 'timestamp', 1, where),
      inputTokens: count(record, 'input_length', where),
      outputTokens: count(record, 'output_length', where),
      blocks: blockIds(record, 'hash_ids', where),
    },
  ],
}
