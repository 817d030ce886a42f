// Which names does a cell give to the cells below it? Those it declares or imports at its top level, types among them.
import ts from 'typescript'

export function namesIn(source: string): readonly string[] {
  const { statements } = ts.createSourceFile('/cell.ts', source, ts.ScriptTarget.ES2022)
  return [...new Set(statements.flatMap(declared))]
}

function declared(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) => bound(name))
  }
  if (ts.isImportDeclaration(statement)) return imported(statement.importClause)
  const isNamed =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isEnumDeclaration(statement) ||
    ts.isModuleDeclaration(statement)
  return isNamed && statement.name && ts.isIdentifier(statement.name) ? [statement.name.text] : []
}

function bound(name: ts.BindingName): readonly string[] {
  if (ts.isIdentifier(name)) return [name.text]
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : bound(element.name)))
}

function imported(clause: ts.ImportClause | undefined): readonly string[] {
  const { name, namedBindings } = clause ?? {}
  const others = namedBindings && (ts.isNamespaceImport(namedBindings) ? [namedBindings] : namedBindings.elements)
  // A name that is still being typed is empty.
  return [name, ...(others ?? []).map((one) => one.name)].flatMap((one) => (one?.text ? [one.text] : []))
}
