// servemath run --tidy: how does a notebook saved from Jupyter become what is committed, as a file or on its way into git?
import { readFile } from 'node:fs/promises'
import { notebookPaths, replaceFile } from '../../notebook/file/disk'
import { openPainter } from '../../notebook/run/painter'
import { tidyNotebook } from '../../notebook/run/tidy'
import { Refusal } from '../../units'
import type { Answer, Io } from '../verb'
import type { Words } from '../words'

export async function tidy(words: Words, io: Io): Promise<Answer> {
  const painter = openPainter()
  try {
    if (words.free.includes('-')) return await tidyInput(words, io, painter)
    const notebooks: { readonly path: string; readonly missing: number }[] = []
    for (const path of await notebookPaths(words.free)) {
      const { text, missing } = await tidyNotebook(await readFile(path, 'utf8'), path, painter)
      await replaceFile(path, text)
      notebooks.push({ path, missing })
    }
    return { json: { mode: 'tidy', notebooks }, text: () => notebooks.map(line).join('\n') }
  } finally {
    await painter.close()
  }
}

async function tidyInput(words: Words, io: Io, painter: ReturnType<typeof openPainter>): Promise<Answer> {
  const path = words.value('as')
  if (path === undefined || words.free.length > 1) {
    throw new Refusal('--tidy of standard input takes - alone, and --as PATH: where the notebook stands.')
  }
  const { text, missing } = await tidyNotebook(Buffer.from(await io.stdin()).toString('utf8'), path, painter)
  if (missing > 0) io.err(`${line({ path, missing })}\n`)
  return { json: { mode: 'tidy', notebooks: [{ path, missing }] }, text: () => text.trimEnd() }
}

function line({ path, missing }: { readonly path: string; readonly missing: number }): string {
  const note = missing === 0 ? '' : ` – ${missing} without picture: no Chromium could be started to draw with.`
  return `${path}  tidied${note}`
}
