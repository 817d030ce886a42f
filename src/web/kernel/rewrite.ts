// What changes in a cell's code so that it can run as the body of a function? Imports are awaited, the last value is kept.
import type { ImportDeclaration, Program } from 'acorn'
import type { Node } from 'estree'
import { hidden } from './compiled'
import { childrenOf } from './syntax'

interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Lines stay where they are, so that errors name the reader's line. */
export function rewrite(script: string, program: Program): string {
  const imports = program.body.flatMap((statement): Edit[] =>
    statement.type === 'ImportDeclaration' ? [importEdit(script, statement)] : [],
  )
  const edits = [...imports, ...dynamicImports(program), ...lastValue(program)].sort((a, b) => b.start - a.start)
  return edits.reduce((code, { start, end, text }) => code.slice(0, start) + text + code.slice(end), script)
}

// The names taken are said, so that a module may bring what only they need.
function importEdit(script: string, { specifiers, source, start, end }: ImportDeclaration): Edit {
  const named = specifiers.flatMap((specifier): (readonly [name: string, local: string])[] => {
    if (specifier.type === 'ImportNamespaceSpecifier') return []
    if (specifier.type === 'ImportDefaultSpecifier') return [['default', specifier.local.name]]
    const { imported, local } = specifier
    return [[String(imported.type === 'Identifier' ? imported.name : imported.value), local.name]]
  })
  const namespaces = specifiers.filter(({ type }) => type === 'ImportNamespaceSpecifier')
  const from = JSON.stringify(source.value)
  const wanted = JSON.stringify(named.map(([name]) => name))
  const pattern = named.map(([name, local]) => `${JSON.stringify(name)}:${local}`).join(',')
  const bound = [
    ...namespaces.map(({ local }) => `${local.name}=await ${hidden.load}(${from})`),
    ...(named.length > 0 ? [`{${pattern}}=await ${hidden.load}(${from},${wanted})`] : []),
  ]
  const lines = '\n'.repeat(script.slice(start, end).split('\n').length - 1)
  const text = bound.length === 0 ? `await ${hidden.load}(${from},[])` : `const ${bound.join(',')}`
  return { start, end, text: `${text};${lines}` }
}

function dynamicImports(program: Program): readonly Edit[] {
  const found: Edit[] = []
  const visit = (node: Node & { readonly start?: number }): void => {
    const { start = 0 } = node
    if (node.type === 'ImportExpression') found.push({ start, end: start + 'import'.length, text: hidden.load })
    childrenOf(node).forEach(visit)
  }
  visit(program as unknown as Node)
  return found
}

function lastValue({ body }: Program): readonly Edit[] {
  const last = body.at(-1)
  if (last?.type !== 'ExpressionStatement') return []
  const { start, end } = last.expression
  return [
    { start: end, end, text: ')' },
    { start, end: start, text: `${hidden.last}=(` },
  ]
}
