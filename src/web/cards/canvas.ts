// On what is a preview picture drawn? On pixels, in rectangles and letters of rectangles.
import { glyphHeight, glyphWidth, isSet } from './glyphs'

export interface Canvas {
  readonly width: number
  readonly height: number
  readonly rgba: Uint8Array
  rectangle(x: number, y: number, width: number, height: number, colour: string): void
  /** `size` pixels a dot; returns where the next letter would stand */
  write(text: string, x: number, y: number, size: number, colour: string): number
}

export function canvas(width: number, height: number, paper: string): Canvas {
  const rgba = new Uint8Array(width * height * 4)
  function rectangle(x: number, y: number, across: number, down: number, colour: string): void {
    const ink = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
    for (let row = Math.max(0, Math.round(y)); row < Math.min(height, Math.round(y + down)); row++) {
      for (let column = Math.max(0, Math.round(x)); column < Math.min(width, Math.round(x + across)); column++) {
        rgba.set([...ink, 255], (row * width + column) * 4)
      }
    }
  }
  rectangle(0, 0, width, height, paper)
  return {
    width,
    height,
    rgba,
    rectangle,
    write(text, x, y, size, colour) {
      for (const [at, letter] of [...text].entries()) {
        for (let dot = 0; dot < glyphWidth * glyphHeight; dot++) {
          const [column, row] = [dot % glyphWidth, Math.floor(dot / glyphWidth)]
          const left = x + (at * glyphWidth + column) * size
          if (isSet(letter, column, row)) rectangle(left, y + row * size, size, size, colour)
        }
      }
      return x + text.length * glyphWidth * size
    },
  }
}
