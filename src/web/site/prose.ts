// What is a chapter about? Its headings and its first sentences, read from the Markdown without rendering it.
import { slugify } from './html'

export interface Section {
  readonly level: number
  /** Markdown */
  readonly title: string
  readonly anchor: string
}

export function headings(markdown: string): readonly Section[] {
  const withoutCode = markdown.replace(/^(```+|~~~+)[\s\S]*?^\1/gm, '')
  return [...withoutCode.matchAll(/^(#{1,3})\s+(.+?)\s*#*$/gm)].map(([, marks = '', text = '']) => ({
    level: marks.length,
    title: text,
    // Formulas are no part of an address.
    anchor: slugify(plainText(text.replace(/\$[^$]*\$/g, ''))),
  }))
}

/** The first paragraph that is neither heading, list, quotation nor formula, as Markdown on one line. */
export function lead(markdown: string): string {
  const paragraphs = markdown.split(/\n\s*\n/).map((paragraph) => paragraph.trim())
  return (paragraphs.find((paragraph) => /^[^#>\-*|$<`\d]/.test(paragraph)) ?? '').replace(/\s+/g, ' ')
}

/** Markdown's marks taken off: links become their words, emphasis its text, formulas their TeX. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*`]|\b_|_\b/g, '')
    .replace(/\\([$_*#])/g, '$1')
}
