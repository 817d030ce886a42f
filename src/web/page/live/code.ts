// How does the code of a cell stand on the page, as it was printed and as the reader has it?

/** Text of one colour. */
export interface Piece {
  readonly text: string
  readonly className: string
}

export interface CodeView {
  readonly pre: HTMLElement
  show(source: string): void
  /** Marks the line an error speaks of. */
  blame(line: number | undefined): void
}

export function codeView(block: HTMLElement, original: string): CodeView | undefined {
  const pre = block.querySelector('pre')
  const code = pre?.querySelector('code')
  if (!pre || !code) return undefined
  const printed = code.innerHTML
  let blamed: number | undefined
  let shownSource = original
  const paint = (): void => {
    for (const [at, shown] of [...code.querySelectorAll('.line')].entries()) {
      shown.classList.toggle('line-blamed', at + 1 === blamed)
    }
  }
  const fill = (lines: readonly (readonly Piece[])[]): void => {
    code.replaceChildren()
    for (const [at, line] of lines.entries()) code.append(at === 0 ? '' : '\n', lineOf(line))
  }
  const colour = async (source: string): Promise<void> => {
    // Without the editor, as where it cannot be loaded, the code is as readable in one colour.
    const editor = await import('./editor').catch(() => undefined)
    if (!editor || source !== shownSource) return
    fill(editor.coloured(source))
    paint()
  }
  return {
    pre,
    show(source) {
      shownSource = source
      // As it was printed it has its colours; what the reader wrote gets the editor's once they are here.
      if (source === original) code.innerHTML = printed
      else {
        fill(source.split('\n').map((text) => [{ text, className: '' }]))
        void colour(source)
      }
      paint()
    },
    blame(line) {
      blamed = line
      paint()
    },
  }
}

function lineOf(pieces: readonly Piece[]): HTMLElement {
  const line = document.createElement('span')
  line.className = 'line'
  for (const { text, className } of pieces) {
    const piece = document.createElement('span')
    piece.className = className
    piece.textContent = text
    line.append(piece)
  }
  return line
}
