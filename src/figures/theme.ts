// How does every figure look? One font, one width of title, room for the labels, hover along the curve.

const perLine = 82

export function theme(title: string, legend: boolean): Readonly<Record<string, unknown>> {
  const lines = wrapped(title)
  return {
    title: {
      text: lines.join('<br>'),
      x: 0,
      xref: 'paper',
      xanchor: 'left',
      y: 0.97,
      yanchor: 'top',
      font: { size: 16 },
    },
    font: { family: 'system-ui, "Segoe UI", "Liberation Sans", Arial, sans-serif', size: 12, color: '#222222' },
    margin: { l: 64, r: 24, t: 44 + 20 * lines.length, b: 56 },
    paper_bgcolor: '#FFFFFF',
    plot_bgcolor: '#FFFFFF',
    hovermode: 'closest',
    hoverlabel: { align: 'left' },
    showlegend: legend,
    ...(legend && { legend: { orientation: 'h', x: 0, y: 1, yanchor: 'bottom', xanchor: 'left' } }),
  }
}

/** The title in lines that fit the picture. */
export function wrapped(text: string, width: number = perLine): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
