// What can TypeScript say of a cell? How a name may go on, what a name is, and what is wrong.
import ts from 'typescript'
import { chained } from './chain'
import { completionAt } from './complete'
import { libraryOf } from './library'
import { namesIn } from './names'
import type { Answers, CellInView, Definitions, Kind, Questions } from './protocol'
import { serviceOver } from './service'
import { saidOf, signatureOf } from './shown'
import { surroundings } from './surroundings'

export type Answering = { readonly [K in Kind]: (question: Questions[K]) => Answers[K] }

const surroundingsPath = '/surroundings.d.ts'
// A cell may give a new value to a name of another: that the chain imports it is not the reader's doing.
const assignsToImport = 2632

export function answersFrom({ files, says }: Definitions): Answering {
  const service = serviceOver(new Map([...Object.entries(files), [surroundingsPath, surroundings]]), [surroundingsPath])
  const { language } = service
  const library = libraryOf(service)
  const names = remembered(namesIn)
  // One vocabulary: what a name means in the library, it means wherever it stands and nothing else is said of it.
  const meaning = (name: string, said: string) => said || (Object.hasOwn(says, name) ? (says[name] ?? '') : '')

  function inView(cell: CellInView): { readonly path: string; readonly offset: number } {
    const chain = chained(cell, names)
    for (const { path, text } of chain) service.set(path, text)
    const { path = '', offset = 0 } = chain.at(-1) ?? {}
    return { path, offset }
  }

  return {
    complete(question) {
      return completionAt(language, inView(question), question.at, library.names)
    },
    describe(question) {
      const { at, choice } = question
      if (choice.from) {
        const found = library.describe(choice.name)
        return found && { start: at, end: at, ...found, says: meaning(choice.name, found.says) }
      }
      const { path, offset } = inView(question)
      const details = language.getCompletionEntryDetails(path, offset + at, choice.name, {}, undefined, {}, undefined)
      const found = details && { signature: signatureOf(details), says: meaning(choice.name, saidOf(details)) }
      return found && { start: at, end: at, ...found }
    },
    hover(question) {
      const { path, offset } = inView(question)
      const info = language.getQuickInfoAtPosition(path, offset + question.at)
      if (!info) return undefined
      const start = info.textSpan.start - offset
      const end = start + info.textSpan.length
      const says = meaning(question.source.slice(start, end), saidOf(info))
      const signature = signatureOf(info)
      // So it is with a name that nothing is called.
      return signature === 'any' && says === '' ? undefined : { start, end, signature, says }
    },
    diagnose(question) {
      const { path, offset } = inView(question)
      const last = question.source.length
      return [...language.getSyntacticDiagnostics(path), ...language.getSemanticDiagnostics(path)].flatMap((found) => {
        const start = (found.start ?? 0) - offset
        if (start < 0 || found.code === assignsToImport) return []
        const end = Math.min(last, start + (found.length ?? 0))
        // What is missing at the very end has no place of its own.
        const place = start < end ? { start, end } : { start: Math.max(0, start - 1), end: start }
        return [{ ...place, message: ts.flattenDiagnosticMessageText(found.messageText, '\n') }]
      })
    },
  }
}

/** Cells are asked about again and again, and most have not changed. */
function remembered<T>(of: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const found = known.get(text) ?? of(text)
    known.delete(text)
    known.set(text, found)
    for (const old of known.keys()) if (known.size > most) known.delete(old)
    return found
  }
}

const most = 500
