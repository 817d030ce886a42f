// What is a file that no reader can replay? Named by its first characters, with the reason and what can be said without it.
import { Refusal } from '../../../units'

interface Foreign {
  readonly begins: RegExp
  readonly says: string
}

const lengthsAlone =
  'it has times and lengths: without block ids no reuse can be told. Its arrivals can be bought for: servemath buy --arrivals RATE --returns LAW'

const texts: readonly Foreign[] = [
  { begins: /^version https:\/\/git-lfs/, says: 'is a Git LFS pointer, not the trace: fetch the file it points to' },
  { begins: /^TIMESTAMP,\s*Context/i, says: `is a trace of Azure's: ${lengthsAlone}` },
  { begins: /^"?Timestamp"?,.*Model.*tokens/i, says: `is a trace of BurstGPT: ${lengthsAlone}` },
  {
    begins: /^(request_?id|id|\d+),.*(\d+\.\d+|timestamp|start).*$/i,
    says: `looks like ServeGen's table: ${lengthsAlone}`,
  },
  { begins: /^TIMESTAMP,/i, says: `is a table of times and lengths: without block ids no reuse can be told` },
  {
    begins: /LMCache (INFO|DEBUG|WARNING)|LMCache hit tokens:/,
    says: 'is a log of LMCache: it says how many tokens were found, not which, so that no other cache can be replayed on it. Record the KV events of the engine, or its hash_ids',
  },
]

/** Refuses text by its first line. */
export function refuseForeignText(line: string, where: string): void {
  const found = texts.find(({ begins }) => begins.test(line))
  if (found !== undefined) throw new Refusal(`${where} ${found.says}.`)
}

const starts = (bytes: Uint8Array, ...first: readonly number[]): boolean => first.every((byte, i) => bytes[i] === byte)

/** Refuses what is packed in a way that nothing here unpacks, by its first bytes. */
export function refusePacked(head: Uint8Array, where: string): void {
  if (starts(head, 0x28, 0xb5, 0x2f, 0xfd))
    throw new Refusal(`${where} is packed with zstd: unpack it on the way, as in zstd -dc FILE | servemath replay -.`)
  if (starts(head, 0x50, 0x41, 0x52, 0x31))
    throw new Refusal(
      `${where} is a Parquet file: write it as JSON lines first, as in duckdb -c "copy 'FILE' to 'trace.jsonl' (format json)".`,
    )
  if (starts(head, 0x50, 0x4b, 3, 4)) throw new Refusal(`${where} is a zip archive: unpack it first.`)
}
