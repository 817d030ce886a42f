// Which outputs does a stream of kernel messages leave in each cell?
import type { Data, JsonRecord, Output } from '../file/format'
import type { Message } from './wire'

export interface Collector {
  /** Takes a message that belongs to the cell with this index. */
  hear(cell: number, message: Message): void
  of(cell: number): readonly Output[]
  /** All that the cell has printed to this stream. */
  printed(cell: number, stream: 'stdout' | 'stderr'): string
}

export function collectOutputs(): Collector {
  const cells = new Map<number, Output[]>()
  // A later cell may update what an earlier one displayed, so displays are known notebook-wide.
  const displays = new Map<unknown, { readonly outputs: Output[]; readonly at: number }>()

  function outputsOf(cell: number): Output[] {
    const outputs = cells.get(cell) ?? []
    cells.set(cell, outputs)
    return outputs
  }

  function display(cell: number, content: Message['content']): void {
    const outputs = outputsOf(cell)
    const id = (content.transient as JsonRecord | undefined)?.display_id
    if (id !== undefined) displays.set(id, { outputs, at: outputs.length })
    outputs.push(displayOutput(content))
  }

  function update(content: Message['content']): void {
    const shown = displays.get((content.transient as JsonRecord | undefined)?.display_id)
    if (shown !== undefined) shown.outputs[shown.at] = displayOutput(content)
  }

  return {
    hear(cell, { type, content }) {
      if (type === 'stream') addText(outputsOf(cell), String(content.name), String(content.text))
      else if (type === 'display_data') display(cell, content)
      else if (type === 'update_display_data') update(content)
    },
    of: (cell) => cells.get(cell) ?? [],
    printed(cell, stream) {
      const outputs = cells.get(cell) ?? []
      return outputs.map((o) => (o.output_type === 'stream' && o.name === stream ? o.text : '')).join('')
    },
  }
}

function displayOutput(content: Message['content']): Output {
  return { output_type: 'display_data', data: content.data as Data, metadata: {} }
}

// One output per run of lines, as Jupyter shows them.
function addText(outputs: Output[], name: string, text: string): void {
  const last = outputs.at(-1)
  if (last?.output_type === 'stream' && last.name === name)
    outputs[outputs.length - 1] = { ...last, text: last.text + text }
  else outputs.push({ output_type: 'stream', name, text })
}
