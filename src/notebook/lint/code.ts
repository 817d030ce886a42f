// Which TypeScript must a cell avoid, so that tslab and the browser both run it?
import type { Node, Syntax } from './syntax'
import { walk } from './syntax'

/** A rule about one cell: a sentence for each place that breaks it. */
export type CodeRule = (syntax: Syntax) => string[]

const allowedImports = new Set(['servemath', 'mathjs'])
const longest = 12 // lines: a cell is one idea, read on one screen beside its output
const widest = 100 // characters: Jupyter's classic Notebook and nbconvert cut off what is wider

export const codeRules: readonly CodeRule[] = [length, width, imports, shorthand, awaitParenthesis, underscores]

function length({ ts, file }: Syntax): string[] {
  // What is imported is a list, however long, and no idea.
  const ideas = file.statements.filter(
    (statement) => !ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement),
  )
  const [first, last] = [ideas[0], ideas.at(-1)]
  if (first === undefined || last === undefined) return []
  const lines = file.text.slice(first.getFullStart(), last.end).trim().split('\n').length
  return lines > longest ? [`has ${lines} lines: a cell has at most ${longest}, so split it.`] : []
}

function width({ file }: Syntax): string[] {
  const wide = file.text.split('\n').findIndex((line) => line.length > widest)
  return wide < 0 ? [] : [`has more than ${widest} characters in its line ${wide + 1}: break it.`]
}

function imports({ ts, file }: Syntax): string[] {
  return found(ts, file, (node) => {
    const name = moduleName(ts, node)
    if (name === undefined || allowedImports.has(name)) return undefined
    if (name.startsWith('plotly'))
      return `imports ${name}, which needs a page: build the figure with servemath and show it.`
    return `imports ${name}: only ${[...allowedImports].join(' and ')} are there in both editions.`
  })
}

function moduleName(ts: Syntax['ts'], node: Node): string | undefined {
  const isCall =
    ts.isCallExpression(node) &&
    (node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === 'require')
  const from = ts.isImportDeclaration(node) ? node.moduleSpecifier : isCall ? node.arguments[0] : undefined
  if (from === undefined) return undefined
  return ts.isStringLiteralLike(from) ? from.text : from.getText()
}

function shorthand({ ts, free }: Syntax): string[] {
  return free
    .filter((name) => ts.isShorthandPropertyAssignment(name.parent))
    .map(({ text }) => `uses the shorthand { ${text} }, which tslab cannot resolve: write { ${text}: ${text} }.`)
}

function awaitParenthesis({ ts, file }: Syntax): string[] {
  return found(ts, file, (node) => {
    if (!ts.isAwaitExpression(node) || !node.expression.getText().startsWith('(') || insideFunction(ts, node)) {
      return undefined
    }
    return 'has a top-level "await (", which tslab reads as a call of await: name the promise first.'
  })
}

function underscores({ ts, file }: Syntax): string[] {
  return found(ts, file, (node) => {
    if (!ts.isIdentifier(node) || !node.text.startsWith('__')) return undefined
    return `uses the name ${node.text}: tslab loses names that start with two underscores.`
  })
}

function insideFunction(ts: Syntax['ts'], node: Node): boolean {
  for (let outer = node.parent; outer !== undefined; outer = outer.parent) if (ts.isFunctionLike(outer)) return true
  return false
}

function found(ts: Syntax['ts'], file: Node, rule: (node: Node) => string | undefined): string[] {
  const sentences = new Set<string>()
  walk(ts, file, (node) => {
    const sentence = rule(node)
    if (sentence !== undefined) sentences.add(sentence)
  })
  return [...sentences]
}
