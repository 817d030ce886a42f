// How does TeX between dollars become a formula, at build time? A markdown-it plugin, with KaTeX in its strict mode.
import katex from 'katex'
import type MarkdownIt from 'markdown-it'
import type { StateBlock, StateInline } from 'markdown-it'
import { Refusal } from '../../units/refusal'

export function renderMath(tex: string, displayMode: boolean): string {
  try {
    // The micro sign of units is no letter that KaTeX knows.
    const html = katex.renderToString(tex.replace(/\\text\{µ\}|µ/g, '\\mu '), {
      displayMode,
      output: 'htmlAndMathml',
      strict: 'error',
      throwOnError: true,
    })
    return displayMode ? `<div class="math">${html}</div>` : html
  } catch (error) {
    throw new Refusal(`Cannot typeset ${tex}: ${error instanceof Error ? error.message : error}`)
  }
}

/** The formula of a stored `text/latex` output, without the dollars that mark it as one. */
export function withoutDollars(latex: string): string {
  return latex
    .trim()
    .replace(/^(\$\$?)([\s\S]*)\1$/, '$2')
    .trim()
}

/** What a renderer may ask for beside the text. */
export interface Environment {
  /** for a search, which finds words and not the insides of formulas */
  readonly withoutFormulas?: boolean
}

/** `$…$` inside a line (never before a digit, so prices survive), `$$…$$` inside a line or as a paragraph of its own. */
export function mathematics(md: MarkdownIt): void {
  md.block.ruler.before('fence', 'math_block', blockMath, { alt: ['paragraph', 'reference', 'blockquote', 'list'] })
  md.inline.ruler.before('escape', 'math', inlineMath)
  md.renderer.rules.math_block = md.renderer.rules.math_inline = (tokens, index, _, env: Environment) => {
    const token = tokens[index]
    return env.withoutFormulas || !token ? '' : renderMath(token.content, token.markup === '$$')
  }
}

function inlineMath(state: StateInline, silent: boolean): boolean {
  const rest = state.src.slice(state.pos, state.posMax)
  const found =
    /^(\$\$)([^$]+)\$\$/.exec(rest) ?? /^(\$)(?![\s$])((?:\\.|[^$\\`])*?(?:[^\s\\`$]|\\.))\$(?!\d)/s.exec(rest)
  if (!found) return false
  if (!silent) {
    // Under this name VitePress's attribute syntax leaves a closing brace at the end alone.
    const token = state.push('math_inline', '', 0)
    token.markup = found[1] ?? ''
    token.content = found[2]?.trim() ?? ''
  }
  state.pos += found[0].length
  return true
}

function blockMath(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const line = (at: number) => state.src.slice((state.bMarks[at] ?? 0) + (state.tShift[at] ?? 0), state.eMarks[at])
  if (!line(startLine).startsWith('$$')) return false
  let text = line(startLine).slice(2).trimEnd()
  let last = startLine
  while (!text.endsWith('$$')) {
    last += 1
    if (last >= endLine) return false
    text += `\n${line(last).trimEnd()}`
  }
  if (text.slice(0, -2).includes('$$')) return false
  if (silent) return true
  state.line = last + 1
  const token = state.push('math_block', 'math', 0)
  token.block = true
  token.markup = '$$'
  token.content = text.slice(0, -2).trim()
  token.map = [startLine, state.line]
  return true
}
