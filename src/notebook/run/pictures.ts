// Which picture does a figure output carry: the stored one while the figure is unchanged, else a fresh drawing?
import type { Cell, DisplayOutput, Json, Output } from '../file/format'
import { figureMime } from '../mime/bundle'
import { sameOutput } from './differences'
import { type Painter, pictureSize } from './painter'
import { valuesDiffer } from './values'

export interface Pictured {
  readonly cells: readonly Cell[]
  /** Figures left without a picture, for want of a browser. */
  readonly missing: number
}

/** The fresh cells as they should be stored. What did not change keeps its stored bytes, so that nothing churns. */
export async function withPictures(
  fresh: readonly Cell[],
  stored: readonly Cell[],
  painter: Painter,
): Promise<Pictured> {
  const drawn = stored.flatMap((cell) => cell.outputs.filter(isDrawn))
  const cells: Cell[] = []
  let missing = 0
  for (const [index, cell] of fresh.entries()) {
    const outputs: Output[] = []
    for (const [at, output] of cell.outputs.entries()) {
      const before = stored[index]?.outputs[at]
      const kept = before !== undefined && sameOutput(before, output) ? before : output
      const pictured = isFigure(kept) ? await picture(kept, drawn, painter) : kept
      if (isFigure(pictured) && !isDrawn(pictured)) missing += 1
      outputs.push(pictured)
    }
    cells.push({ ...cell, outputs })
  }
  return { cells, missing }
}

async function picture(output: DisplayOutput, drawn: readonly DisplayOutput[], painter: Painter): Promise<Output> {
  const figure = figureIn(output)
  const same = drawn.find((other) => valuesDiffer(figureIn(other), figure, '') === undefined)
  const png = same?.data['image/png'] ?? (await painter.paint(figure))
  if (png === undefined) return output
  // Drawn sharper than shown, so the size to show it at is said.
  return { ...output, data: { ...output.data, 'image/png': png }, metadata: { 'image/png': pictureSize } }
}

function figureIn(output: DisplayOutput): Json {
  return output.data[figureMime] ?? null
}

function isFigure(output: Output): output is DisplayOutput {
  return output.output_type === 'display_data' && output.data[figureMime] !== undefined
}

function isDrawn(output: Output): output is DisplayOutput {
  return isFigure(output) && output.data['image/png'] !== undefined
}
