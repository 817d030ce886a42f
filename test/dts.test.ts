import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import ts from '@tslab/typescript-for-tslab'
import { beforeAll, describe, expect, it } from 'vitest'

const entry = resolve('dist/types/index.d.ts')

// tslab itself would skip these files and turn what it cannot read into `any`, silently.
function complaints(file: string, text?: string): string[] {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.NodeJs,
    lib: ['lib.es2022.d.ts'],
    types: [],
    noEmit: true,
    skipLibCheck: false,
  }
  const host = ts.createCompilerHost(options)
  const read = host.getSourceFile
  host.getSourceFile = (name, version) => {
    return name === file && text !== undefined ? ts.createSourceFile(name, text, version) : read(name, version)
  }
  const program = ts.createProgram([file], options, host)
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ file: at, messageText }) => `${at?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`)
}

describe('the emitted declarations', () => {
  beforeAll(() => {
    if (!existsSync(entry)) throw new Error('dist/types is not built: run "npm run build:lib" first.')
  })

  it(`are read without complaint by the TypeScript ${ts.version} inside tslab`, () => {
    expect(ts.version).toBe('5.0.4')
    expect(complaints(entry)).toEqual([])
  })

  it('would be caught using what that version does not know', () => {
    const text = 'export declare const a: Float64Array<ArrayBuffer>\nexport declare const b: MapIterator<number>'
    expect(complaints(resolve('dist/types/newer.d.ts'), text)).toHaveLength(2)
  })
})
