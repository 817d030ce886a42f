// Which configs do these tests read? Small ones written for them: full attention, windows, a state.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const heads = {
  hidden_size: 512,
  num_attention_heads: 8,
  num_key_value_heads: 2,
  intermediate_size: 2048,
  vocab_size: 1000,
}

/** 4 layers x 2 heads x 64 wide, keys and values in two bytes: 2048 B a token. */
export const dense = { model_type: 'llama', num_hidden_layers: 4, ...heads }

/** Every layer sees the last 100 tokens only: 409,600 B and no more. */
export const windowed = { model_type: 'mistral', num_hidden_layers: 8, sliding_window: 100, ...heads }

/** Two of eight layers see everything, six the last 128 tokens. */
export const mixed = {
  model_type: 'gpt_oss',
  num_hidden_layers: 8,
  head_dim: 64,
  sliding_window: 128,
  layer_types: Array.from({ length: 8 }, (_, i) => (i % 4 === 3 ? 'full_attention' : 'sliding_attention')),
  num_local_experts: 4,
  num_experts_per_tok: 2,
  ...heads,
}

/** A fresh folder with these files; objects are written as JSON. */
export function folderWith(files: Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'servemath-'))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
  }
  return folder
}
