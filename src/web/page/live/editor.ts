// In what does a reader edit a cell? CodeMirror with TypeScript's colours; loaded when a cell is first touched.
import { autocompletion, closeBrackets, closeCompletion, currentCompletions } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { javascript, typescriptLanguage } from '@codemirror/lang-javascript'
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language'
import { Compartment, EditorState, type Extension, Prec } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLine, keymap } from '@codemirror/view'
import { highlightCode, tags } from '@lezer/highlight'
import type { Piece } from './code'
import { typesSwitch } from './typesSwitch'

export interface Editor {
  readonly text: string
  /** Has this beside what every editor has, in place of what it had so. */
  extend(extension: Extension): void
  /** Makes the switch that the editors of a page follow; it comes with the first of them. */
  readonly typesSwitch: typeof typesSwitch
  close(): void
}

export interface EditorWishes {
  run(): void
  leave(): void
  changed(): void
}

// The page's own colours, so that one set serves light and dark.
const colours = HighlightStyle.define([
  { tag: tags.keyword, class: 'code-keyword' },
  { tag: [tags.string, tags.special(tags.string)], class: 'code-string' },
  { tag: [tags.number, tags.bool, tags.null], class: 'code-number' },
  { tag: tags.comment, class: 'code-comment' },
  { tag: [tags.typeName, tags.className], class: 'code-type' },
  { tag: tags.function(tags.variableName), class: 'code-function' },
])

/** Lines of pieces with the class of their colour, as the editor would show them. */
export function coloured(source: string): readonly (readonly Piece[])[] {
  const lines: Piece[][] = [[]]
  highlightCode(
    source,
    typescriptLanguage.parser.parse(source),
    colours,
    (text, className) => lines.at(-1)?.push({ text, className }),
    () => lines.push([]),
  )
  return lines
}

/** False where no choices are in sight. */
function choicesAway(view: EditorView): boolean {
  return currentCompletions(view.state).length > 0 && closeCompletion(view)
}

export function openEditor(parent: HTMLElement, source: string, name: string, wishes: EditorWishes): Editor {
  const act = (wish: () => void) => () => {
    wish()
    return true
  }
  const keys = Prec.highest(
    keymap.of([
      { key: 'Shift-Enter', run: act(wishes.run) },
      { key: 'Mod-Enter', run: act(wishes.run) },
      { key: 'Escape', run: (view) => choicesAway(view) || act(wishes.leave)() },
    ]),
  )
  const more = new Compartment()
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: source,
      extensions: [
        more.of([]),
        keys,
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        autocompletion(),
        highlightActiveLine(),
        EditorView.lineWrapping,
        javascript({ typescript: true }),
        syntaxHighlighting(colours),
        keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
        EditorView.contentAttributes.of({ 'aria-label': name }),
        EditorView.updateListener.of(({ docChanged }) => docChanged && wishes.changed()),
      ],
    }),
  })
  view.focus()
  return {
    get text() {
      return view.state.doc.toString()
    },
    extend: (extension) => view.dispatch({ effects: more.reconfigure(extension) }),
    typesSwitch,
    close: () => view.destroy(),
  }
}
