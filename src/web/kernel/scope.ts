// Which names does a cell give to those below it, and which does it take from those above?

import type { Program } from 'acorn'
import type { Node } from 'estree'
import { analyze, extract_names, type Scope } from 'periscopic'
import { childrenOf } from './syntax'

export interface CellScope {
  readonly gives: readonly string[]
  readonly constants: readonly string[]
  readonly takes: readonly string[]
  readonly assigns: readonly string[]
}

export function scopeOf(program: Program): CellScope {
  // Acorn's nodes are ESTree's with positions; the two packages only spell optional fields differently.
  const root = program as unknown as Node
  const { map, scope, globals } = analyze(root)
  const namespaces = program.body.flatMap((statement) =>
    statement.type !== 'ImportDeclaration'
      ? []
      : statement.specifiers.flatMap(({ type, local }) => (type === 'ImportNamespaceSpecifier' ? [local.name] : [])),
  )
  const own = [...new Set([...scope.declarations.keys(), ...namespaces])]
  const free = [...globals.keys()].filter((name) => !namespaces.includes(name))
  const assigns = free.filter((name) => assignedIn(root, scope, map).has(name))
  const constants = own.filter((name) => isConstant(scope.declarations.get(name)))
  return { gives: [...own, ...assigns], constants, takes: free, assigns }
}

function isConstant(declaration: Node | undefined): boolean {
  return declaration?.type !== 'VariableDeclaration' || declaration.kind === 'const'
}

/** The names assigned to anywhere that no scope inside the cell owns. */
function assignedIn(root: Node, top: Scope, scopes: WeakMap<Node, Scope>): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (node: Node, around: Scope): void => {
    const scope = scopes.get(node) ?? around
    for (const name of targets(node)) if (!scope.find_owner(name)) found.add(name)
    for (const child of childrenOf(node)) visit(child, scope)
  }
  visit(root, top)
  return found
}

function targets(node: Node): readonly string[] {
  if (node.type === 'UpdateExpression') return node.argument.type === 'Identifier' ? [node.argument.name] : []
  if (node.type === 'AssignmentExpression' && node.left.type !== 'MemberExpression') return extract_names(node.left)
  const loops = node.type === 'ForOfStatement' || node.type === 'ForInStatement'
  return loops && node.left.type !== 'VariableDeclaration' ? extract_names(node.left) : []
}
