// How is a Bailian trace read? JSON lines as Mooncake's with a chat id, but seconds and blocks of 16 tokens.
import { blockIds, count, inputLength, stamp } from '../fields'
import type { Format } from './format'

export const bailian: Format = {
  name: 'bailian',
  says: 'Bailian JSONL: time in seconds, blocks of 16 tokens, ids global.',
  needs: ['chat_id', 'timestamp', 'hash_ids'],
  layout: () => ({ blockTokens: 16, scope: 'global' }),
  open: (layout) => (record, _number, where) => {
    const blocks = blockIds(record, 'hash_ids', where)
    return [
      {
        session: 0,
        time: stamp(record, 'timestamp', 1, where),
        inputTokens: inputLength(record, blocks, layout, where),
        outputTokens: record.output_length === undefined ? 0 : count(record, 'output_length', where),
        blocks,
      },
    ]
  },
}
