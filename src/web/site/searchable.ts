// What of a page is worth finding? Its prose and its code, not its stored outputs.

export function searchable(markdown: string): string {
  return markdown.replace(/^<div class="output">.*<\/div>$/gm, '')
}
