// Which names of servemath could a cell import that it has not? All that are values; what each is, TypeScript says.
import ts from 'typescript'
import type { TextService } from './service'
import { saidOf, signatureOf } from './shown'

export const module = 'servemath'
const entry = `/node_modules/${module}/index.d.ts`
const path = '/described.ts'

export interface Library {
  readonly names: readonly string[]
  describe(name: string): { readonly signature: string; readonly says: string } | undefined
}

export function libraryOf({ language, set }: TextService): Library {
  const textFor = (name: string) => `import { ${name} } from '${module}'\n`
  set(path, `import '${module}'`)
  return {
    names: valuesOf(language.getProgram()),
    describe(name) {
      set(path, textFor(name))
      const info = language.getQuickInfoAtPosition(path, textFor(name).indexOf(name))
      return info && { signature: signatureOf(info), says: saidOf(info) }
    },
  }
}

function valuesOf(program: ts.Program | undefined): readonly string[] {
  const checker = program?.getTypeChecker()
  const file = program?.getSourceFile(entry)
  const symbol = file && checker?.getSymbolAtLocation(file)
  if (!checker || !symbol) return []
  return checker.getExportsOfModule(symbol).flatMap((one) => {
    const { flags } = one.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(one) : one
    return flags & ts.SymbolFlags.Value ? [one.name] : []
  })
}
