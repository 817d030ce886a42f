// What can a reader carry away? A link with their changes, the notebook with their changes, the chapter as one file.
import type { LiveChapter } from '../../site/live'
import type { Truth } from '../truth'
import type { Cells } from './cells'
import type { Kept } from './keep'
import type { Moved } from './notebookFile'
import { toHash } from './share'

/** Each answers with what to tell the reader; empty where their browser shows enough. */
export interface TakeAway {
  share(): Promise<string>
  notebook(): Promise<string>
  page(): Promise<string>
}

export function takeAwayOf(
  chapter: LiveChapter,
  address: string,
  truth: Truth,
  cells: Cells,
  /** the chosen values that are in force */
  valuesNow: () => Readonly<Record<string, number>>,
  /** those values as code */
  moved: () => readonly Moved[],
  keeping: () => Kept,
): TakeAway {
  return {
    async share() {
      const hash = await toHash({ values: valuesNow(), edits: truth.edits() })
      if (hash === undefined) return 'Your changes are too much for a link: save the notebook or one file instead.'
      history.replaceState(history.state, '', hash)
      const copied = await navigator.clipboard?.writeText(location.href).then(
        () => true,
        () => false,
      )
      return `The link is in the address bar${copied ? ', and copied' : ''}.`
    },
    async notebook() {
      const [{ notebookText }, { save }] = await Promise.all([import('./notebookFile'), import('./save')])
      const fresh = (id: string) => {
        const outputs = cells.outputs(id)
        return outputs && { source: truth.source(id), outputs }
      }
      save(chapter.file, 'application/x-ipynb+json', notebookText(chapter, fresh, moved()))
      return ''
    },
    async page() {
      try {
        const [{ onePage }, { save }] = await Promise.all([import('./onePage'), import('./save')])
        save(`${chapter.slug}.html`, 'text/html', await onePage(chapter, address, keeping()))
        return ''
      } catch (error) {
        return `This page cannot be packed: ${error instanceof Error ? error.message : error}`
      }
    },
  }
}
