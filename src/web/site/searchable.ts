// What of a page is worth finding? Its prose and its code, not its stored outputs and not the insides of formulas.

/** A page's Markdown without front matter, outputs and dollars' contents. */
export function searchable(markdown: string): string {
  return markdown
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/^<div class="output">.*<\/div>$/gm, '')
    .replace(/\$\$[\s\S]*?\$\$/g, '')
    .replace(/(?<![\\$])\$(?![\s$])[^$\n`]+?\$(?!\d)/g, '')
}
