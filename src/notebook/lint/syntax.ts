// What does TypeScript, as tslab will read it, see in a cell?
import { createRequire } from 'node:module'
import type typescript from '@tslab/typescript-for-tslab'
import { tslabProgram } from '../run/command'

export type TypeScript = typeof typescript
export type Node = typescript.Node
export type Identifier = typescript.Identifier

export interface Syntax {
  readonly ts: TypeScript
  readonly file: typescript.SourceFile
  /** Top-level names this cell defines, in order; a repeated one appears twice. */
  readonly defined: readonly string[]
  /** Names it uses and does not define: an earlier cell's, or the language's own. */
  readonly free: readonly Identifier[]
}

const fileName = 'cell.ts'

let loaded: TypeScript | undefined

function compiler(): TypeScript {
  // tslab's own copy, found from tslab: the version that will run the cell.
  loaded ??= createRequire(tslabProgram(process.cwd()))('@tslab/typescript-for-tslab') as TypeScript
  return loaded
}

export function readCell(source: string): Syntax {
  const ts = compiler()
  const target = ts.ScriptTarget.ES2022
  // The added export makes the cell a module, so that its names are its own and `await` may stand at top level.
  const file = ts.createSourceFile(fileName, `${source}\nexport {}`, target, true)
  const host = {
    getSourceFile: (name: string) => (name === fileName ? file : undefined),
    getDefaultLibFileName: () => 'lib.d.ts',
    writeFile: () => undefined,
    getCurrentDirectory: () => '',
    getCanonicalFileName: (name: string) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    fileExists: (name: string) => name === fileName,
    readFile: () => undefined,
  }
  const options = { target, module: ts.ModuleKind.ESNext, noLib: true, noResolve: true, types: [] }
  const checker = ts.createProgram([fileName], options, host).getTypeChecker()
  const free: Identifier[] = []
  walk(ts, file, (node) => {
    if (ts.isIdentifier(node) && isReference(ts, node) && symbolOf(ts, checker, node) === undefined) free.push(node)
  })
  return { ts, file, defined: file.statements.flatMap((statement) => definedBy(ts, statement)), free }
}

export function walk(ts: TypeScript, node: Node, visit: (node: Node) => void): void {
  visit(node)
  ts.forEachChild(node, (child) => walk(ts, child, visit))
}

function symbolOf(ts: TypeScript, checker: typescript.TypeChecker, node: Identifier) {
  if (ts.isShorthandPropertyAssignment(node.parent)) return checker.getShorthandAssignmentValueSymbol(node.parent)
  return checker.getSymbolAtLocation(node)
}

// A name after a dot, a key, or an exported or imported alias refers to no variable.
function isReference(ts: TypeScript, node: Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) return nameOf(parent) !== node
  if (ts.isQualifiedName(parent)) return parent.right !== node
  if (ts.isBindingElement(parent)) return parent.initializer === node
  return !ts.isImportSpecifier(parent) && !ts.isMetaProperty(parent) && !ts.isJsxAttribute(parent)
}

function nameOf(node: { readonly name: Node }): Node {
  return node.name
}

function definedBy(ts: TypeScript, statement: typescript.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) => bound(ts, name))
  }
  if (ts.isImportDeclaration(statement)) return imported(ts, statement)
  const isNamed =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isEnumDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement)
  return isNamed && statement.name !== undefined ? [statement.name.text] : []
}

function bound(ts: TypeScript, name: typescript.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text]
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : bound(ts, element.name)))
}

function imported(ts: TypeScript, { importClause }: typescript.ImportDeclaration): string[] {
  const names = importClause?.name === undefined ? [] : [importClause.name.text]
  const bindings = importClause?.namedBindings
  if (bindings === undefined) return names
  if (ts.isNamespaceImport(bindings)) return [...names, bindings.name.text]
  return [...names, ...bindings.elements.map((element) => element.name.text)]
}
