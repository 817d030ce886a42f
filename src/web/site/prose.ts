// What is a chapter about? Its headings and its first sentences, read from the Markdown without rendering it.
import { slugify } from './html'

export interface Section {
  readonly level: number
  readonly title: string
  readonly anchor: string
}

export function headings(markdown: string): readonly Section[] {
  const withoutCode = markdown.replace(/^(```+|~~~+)[\s\S]*?^\1/gm, '')
  return [...withoutCode.matchAll(/^(#{1,3})\s+(.+?)\s*#*$/gm)].map(([, marks = '', text = '']) => ({
    level: marks.length,
    title: plainText(text),
    anchor: slugify(plainText(text)),
  }))
}

/** The first paragraph that is neither heading, list, quotation nor formula. */
export function lead(markdown: string): string {
  const paragraphs = markdown.split(/\n\s*\n/).map((paragraph) => paragraph.trim())
  return plainText(paragraphs.find((paragraph) => /^[^#>\-*|$<`\d]/.test(paragraph)) ?? '').replace(/\s+/g, ' ')
}

/** Markdown's marks taken off: links become their words, emphasis its text. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*`]|\b_|_\b/g, '')
    .replace(/\\([$_*#])/g, '$1')
}
