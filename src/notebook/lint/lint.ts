// Does a notebook keep the rules by which one file serves Jupyter, GitHub and the web edition alike?
import type { Notebook } from '../file/format'
import { cellName, isRun } from '../run/failure'
import { codeRules } from './code'
import { markdownFindings } from './markdown'
import { nameFindings } from './names'
import { fileFindings } from './stored'
import { readCell } from './syntax'

/** One sentence per broken rule, each beginning with its cell; none for a notebook in order. */
export function lintNotebook({ cells }: Notebook): string[] {
  if (cells.length === 0) return ['The notebook has no cells.']
  const code = cells.map((cell) => (isRun(cell) ? readCell(cell.source) : undefined))
  const names = nameFindings(code)
  return cells.flatMap((cell, index) => {
    const syntax = code[index]
    const inCode = syntax === undefined ? [] : codeRules.flatMap((rule) => rule(syntax))
    const findings = [...fileFindings(cell, index), ...markdownFindings(cell), ...inCode, ...(names.get(index) ?? [])]
    return findings.map((sentence) => `${cellName(cells, index)} ${sentence}`)
  })
}
