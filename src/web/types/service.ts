// On what does TypeScript work, without a disk? On texts by path, some of which change.
import ts from 'typescript'
import { options } from './options'

export interface TextService {
  readonly language: ts.LanguageService
  set(path: string, text: string): void
}

/** Every path set later is part of the program, beside `roots`. */
export function serviceOver(files: ReadonlyMap<string, string>, roots: readonly string[]): TextService {
  const own = new Map<string, { readonly text: string; readonly version: number }>()
  const read = (path: string) => own.get(path)?.text ?? files.get(path)
  const language = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [...roots, ...own.keys()],
    getScriptVersion: (path) => String(own.get(path)?.version ?? 0),
    getScriptSnapshot(path) {
      const text = read(path)
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text)
    },
    getCurrentDirectory: () => '/',
    getDefaultLibFileName: () => '/lib.es2022.d.ts',
    fileExists: (path) => read(path) !== undefined,
    readFile: read,
  })
  return {
    language,
    set(path, text) {
      const before = own.get(path)
      if (before?.text !== text) own.set(path, { text, version: (before?.version ?? 0) + 1 })
    },
  }
}
