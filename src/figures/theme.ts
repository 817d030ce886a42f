// How does every figure look? One font, a title in lines that fit, room for labels at the right, hover along the curve.

const perLine = 68

export interface Room {
  readonly title: string
  readonly legend: boolean
  /** pixels at the right, for direct labels */
  readonly right: number
  /** whether something is named above the plot */
  readonly above: boolean
}

export function theme({ title, legend, right, above }: Room): Readonly<Record<string, unknown>> {
  const lines = wrapped(title)
  return {
    title: {
      text: lines.join('<br>'),
      x: 0,
      xref: 'paper',
      xanchor: 'left',
      y: 0.94,
      yanchor: 'top',
      font: { size: 16 },
    },
    font: { family: 'system-ui, "Segoe UI", "Liberation Sans", Arial, sans-serif', size: 12, color: '#222222' },
    margin: { l: 64, r: right, t: 26 + 21 * lines.length + (above ? 16 : 0), b: legend ? 88 : 56 },
    paper_bgcolor: '#FFFFFF',
    plot_bgcolor: '#FFFFFF',
    hovermode: 'closest',
    hoverlabel: { align: 'left' },
    showlegend: legend,
    ...(legend && { legend: { orientation: 'h', x: 0, y: -0.2, yanchor: 'top', xanchor: 'left' } }),
  }
}

/** The title in lines that fit the picture; a number and its unit stay together. */
export function wrapped(text: string, width: number = perLine): readonly string[] {
  const lines: string[] = []
  for (const word of text.replace(/(\d) (?=[a-zµ]{1,5}\b)/g, '$1\u00a0').split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
