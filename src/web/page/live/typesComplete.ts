// How does a name go on? The choices that TypeScript gives, each described when chosen, and imported when it must be.
import { type Completion, type CompletionSource, pickedCompletion } from '@codemirror/autocomplete'
import type { EditorView } from '@codemirror/view'
import type { Choice } from '../../types/protocol'
import type { Asking } from '../asking'
import { explanationView } from './typesExplain'

export function completing(ask: Asking['ask'], above: () => readonly string[]): CompletionSource {
  return async ({ state, pos, explicit }) => {
    const isMeant = explicit || /(?:[\p{L}_$][\w$]*|[.'"])$/u.test(state.sliceDoc(state.doc.lineAt(pos).from, pos))
    if (!isMeant) return null
    const cell = { above: above(), source: state.doc.toString() }
    const found = await ask('complete', { ...cell, at: pos })
    if (!found) return null
    const option = (choice: Choice): Completion => ({
      label: choice.name,
      boost: boost(choice.rank),
      ...(choice.from && { detail: `from ${choice.from}`, apply: imported(choice.name, choice.from) }),
      async info() {
        const explained = await ask('describe', { ...cell, at: pos, choice })
        return explained ? explanationView(explained) : null
      },
    })
    return {
      from: found.start,
      options: found.choices.map(option),
      validFor: found.isText ? /^[^'"`]*$/ : /^[\w$]*$/,
    }
  }
}

/** Above 0 for what is in reach, below for what must be imported, least for what every program has. */
function boost(rank: number): number {
  return (13 - rank) * 10
}

/** Takes the name, and has the cell import it: by the import that is there, or else by one of its own. */
function imported(name: string, module: string) {
  return (view: EditorView, completion: Completion, from: number, to: number): void => {
    const there = new RegExp(`^import \\{(?=[^}]*\\} from '${module}')`, 'm').exec(view.state.doc.toString())
    const added = there
      ? { from: there.index + there[0].length, insert: ` ${name},` }
      : { from: 0, insert: `import { ${name} } from '${module}'\n` }
    view.dispatch({
      changes: [added, { from, to, insert: name }],
      selection: { anchor: from + added.insert.length + name.length },
      annotations: pickedCompletion.of(completion),
      userEvent: 'input.complete',
      scrollIntoView: true,
    })
  }
}
