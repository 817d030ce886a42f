// Does a hover over anything the library exports say what it is?
import { resolve } from 'node:path'
import ts from '@tslab/typescript-for-tslab'
import { describe, expect, it } from 'vitest'
import { equations } from '../src/derivations'

const entry = resolve('dist/types/index.d.ts')
const program = ts.createProgram([entry], {
  target: ts.ScriptTarget.ES2022,
  moduleResolution: ts.ModuleResolutionKind.NodeJs,
  types: [],
  noEmit: true,
})
const checker = program.getTypeChecker()

/** The words of a hover by name, of what is declared so. */
function hovers(is: (declaration: ts.Declaration) => boolean): Map<string, string> {
  const source = program.getSourceFile(entry)
  const door = source && checker.getSymbolAtLocation(source)
  if (door === undefined) throw new Error('dist/types is not built: run "npm run build:lib" first.')
  const exported = checker.getExportsOfModule(door).map((symbol) => {
    return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
  })
  return new Map(
    exported
      .filter(({ declarations: [first] = [] }) => first !== undefined && is(first))
      .map((symbol) => [symbol.name, ts.displayPartsToString(symbol.getDocumentationComment(checker))]),
  )
}

const silent = (found: ReadonlyMap<string, string>): string[] =>
  [...found].flatMap(([name, says]) => (says === '' ? [name] : []))

describe('a hover', () => {
  it('over every function of the library says what it does', () => {
    const found = hovers((declaration) => {
      return (
        ts.isFunctionDeclaration(declaration) ||
        (ts.isVariableDeclaration(declaration) && declaration.type?.kind === ts.SyntaxKind.FunctionType)
      )
    })
    expect(found.size).toBeGreaterThan(100)
    expect(silent(found)).toEqual([])
  })
  it('over every equation gives its meaning, unit and formula', () => {
    const found = hovers((declaration) => declaration.getText().includes('.Equation<'))
    expect([...found.keys()].sort()).toEqual(Object.keys(equations).sort())
    expect(found.get('machineBalance')).toBe(
      'arithmetic a device can do per byte it reads (FLOP/B)\n= flops / memoryBandwidth',
    )
    expect(silent(found)).toEqual([])
  })
})
