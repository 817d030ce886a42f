// How does the code of a cell stand on the page, as it was printed and as the reader has it?

export interface CodeView {
  readonly block: HTMLElement
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
  const paint = (): void => {
    for (const [at, shown] of [...code.querySelectorAll('.line')].entries()) {
      shown.classList.toggle('line-blamed', at + 1 === blamed)
    }
  }
  return {
    block,
    pre,
    show(source) {
      // As it was printed it has its colours; what the reader wrote gets them in the editor.
      if (source === original) code.innerHTML = printed
      else
        code.replaceChildren(
          ...source.split('\n').flatMap((line, at) => (at === 0 ? [lineOf(line)] : ['\n', lineOf(line)])),
        )
      paint()
    },
    blame(line) {
      blamed = line
      paint()
    },
  }
}

function lineOf(text: string): HTMLElement {
  const line = document.createElement('span')
  line.className = 'line'
  line.textContent = text
  return line
}
