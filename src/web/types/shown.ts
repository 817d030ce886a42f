// How is what TypeScript knows of a name told to a reader? Its signature, and what is said of it.
import ts from 'typescript'

interface Known {
  readonly displayParts?: readonly ts.SymbolDisplayPart[]
  readonly documentation?: readonly ts.SymbolDisplayPart[]
  readonly tags?: readonly ts.JSDocTagInfo[]
}

const words = (parts: readonly ts.SymbolDisplayPart[] | undefined): string =>
  ts.displayPartsToString([...(parts ?? [])])

/** That a name came here by an import is of no interest: what it is, is. */
export function signatureOf({ displayParts }: Known): string {
  return words(displayParts)
    .replace(/\nimport [^\n]*$/, '')
    .replace(/^\(alias\) /, '')
}

export function saidOf({ documentation, tags = [] }: Known): string {
  const tagged = tags.map(({ name, text }) => `@${name} ${words(text)}`.trim())
  return [words(documentation), ...tagged].filter((line) => line !== '').join('\n')
}
