// Which numbers stand in a notebook's prose that none of its cells computed, and that are no date, pointer, name or quotation?
import { model, modelIds } from '../../src/catalog'
import type { Notebook } from '../../src/notebook/file/format'
import { produced } from './chapters'

// What a figure may be quoted from: the cell must name it.
const sourceNamed =
  /\b(lecture|paper|report|reports|published|measured|compared|ISCA|FAST|guess|guesses|et al|and others)\b/i

const names = modelIds().map((id) => model(id).name)
const family =
  /\b(?:Llama|LLaMA|Gemma|Gemini|Mistral|Mixtral|Qwen|GPT|Claude|DeepSeek|Kimi|MiniMax)[\w.-]*(?: [\d.]+\w*)*/g

const notNumbers: readonly RegExp[] = [
  /```[\s\S]*?```|`[^`]*`/g,
  /\$\$[\s\S]*?\$\$|\$[^$\n]+\$/g,
  /\]\([^)]*\)/g,
  /\b\d{4}-\d{2}(?:-\d{2})?\b|\b(?:19|20)\d{2}\b/g,
  /\b\d{2}:\d{2}(?::\d{2})?\b/g,
  /\b(?:chapters?|tables?|equation|eq\.|figure|issue|section|step)\s+\d+(?:\s*(?:,|and|to)\s+\d+)*/gi,
  family,
  // H100, bf16, DDR5, v0.1: a digit after a letter belongs to a name.
  /[A-Za-z][\w.+-]*\d[\w.+-]*/g,
]

/** Each as `cell id: number`. */
export function numbersWithoutCell(notebook: Notebook): readonly string[] {
  const known = new Set(numbersIn(produced(notebook)))
  return notebook.cells
    .filter(({ type, source }) => type === 'markdown' && !sourceNamed.test(source) && !/^## Sources/m.test(source))
    .flatMap(({ id, source }) =>
      numbersIn(bare(source))
        .filter((number) => !known.has(number) && !allowed.has(number))
        .map((number) => `${id}: ${number}`),
    )
}

// Zero, one and two count and compare; a thousand and its like name prefixes.
const allowed = new Set([0, 1, 2])

function bare(source: string): string {
  const unnamed = names.reduce((text, name) => text.replaceAll(name, ' '), source)
  return notNumbers.reduce((text, pattern) => text.replace(pattern, ' '), unnamed)
}

function numbersIn(text: string): readonly number[] {
  return [...text.matchAll(/\d[\d,]*(?:\.\d+)?/g)].map(([digits]) => Number(digits.replaceAll(',', '')))
}
