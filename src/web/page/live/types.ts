// What does an editor have while types are switched on? Completion, problems underlined, and an explanation of what is under the cursor.
import { autocompletion } from '@codemirror/autocomplete'
import type { Extension } from '@codemirror/state'
import type { Places } from '../../site/shown'
import { askedOf, type TypesWorker } from '../asking'
import { textAt } from '../textAt'
import { spawnWorker } from './spawn'
import { completing } from './typesComplete'
import { explaining } from './typesExplain'
import { underlining } from './typesUnderline'

export interface Types {
  /** `above` gives the code of the cells above, as it is when asked. */
  extension(above: () => readonly string[]): Extension
  dispose(): void
}

/** ms; a phone may need many for its first answer */
const patience = 20_000

/** Choices shown at a time: all of them in sight, since keys do not scroll a list that the cursor never enters. */
const most = 10

/** Resolves when questions are answered; `trouble` is called if, later, they no longer are. */
export async function openTypes(
  { worker, definitions }: NonNullable<Places['types']>,
  trouble: (message: string) => void,
): Promise<Types> {
  const [thread, text] = await Promise.all([spawnWorker(worker), textAt(definitions)])
  const asked = askedOf(thread as unknown as TypesWorker, text, patience, trouble)
  await asked.ready
  return {
    extension(above) {
      const { ask } = asked.asking()
      const completion = autocompletion({ override: [completing(ask, above)], maxRenderedOptions: most })
      return [explaining(ask, above), completion, underlining(ask, above)]
    },
    dispose: asked.dispose,
  }
}
