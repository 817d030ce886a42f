// Does a fresh output say the same as the stored one, up to the last digits of a number?
import type { Cell, Data, DisplayOutput, Output } from '../file/format'
import { cellName } from './failure'
import { valuesDiffer } from './values'

/** The first difference of the notebook, naming the cell, or undefined where stored and fresh agree. */
export function firstDifference(stored: readonly Cell[], fresh: readonly Cell[]): string | undefined {
  for (const [index, cell] of fresh.entries()) {
    const difference = outputsDiffer(stored[index]?.outputs ?? [], cell.outputs)
    if (difference !== undefined) return `${cellName(fresh, index)}: ${difference}`
  }
  return undefined
}

export function sameOutput(stored: Output, fresh: Output): boolean {
  return outputDiffers(stored, fresh) === undefined
}

function outputsDiffer(stored: readonly Output[], fresh: readonly Output[]): string | undefined {
  if (stored.length !== fresh.length) return `${count(stored)} stored, ${count(fresh)} when run`
  for (const [index, output] of fresh.entries()) {
    const before = stored[index]
    const difference = before && outputDiffers(before, output)
    if (difference !== undefined) return `output ${index + 1}, ${difference}`
  }
  return undefined
}

function count(outputs: readonly Output[]): string {
  return outputs.length === 1 ? '1 output' : `${outputs.length} outputs`
}

function outputDiffers(stored: Output, fresh: Output): string | undefined {
  if (stored.output_type === 'stream' && fresh.output_type === 'stream' && stored.name === fresh.name) {
    return valuesDiffer(stored.text, fresh.text, fresh.name)
  }
  if (isDisplay(stored) && isDisplay(fresh)) return valuesDiffer(compared(stored.data), compared(fresh.data), '')
  return `stored a ${kind(stored)}, gives a ${kind(fresh)}`
}

function isDisplay(output: Output): output is DisplayOutput {
  return output.output_type === 'display_data' || output.output_type === 'execute_result'
}

function kind(output: Output): string {
  return output.output_type === 'stream' ? output.name : output.output_type
}

// Pixels depend on fonts and browser; the figure they were drawn from is compared instead.
function compared(data: Data): Data {
  return Object.fromEntries(Object.entries(data).filter(([mime]) => mime !== 'image/png'))
}
