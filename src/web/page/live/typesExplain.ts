// What is this name? Its type and its meaning, under the pointer, or by a key where the cursor stands; Escape puts it away.
import { forEachDiagnostic, nextDiagnostic } from '@codemirror/lint'
import { type Extension, Prec, StateEffect, StateField } from '@codemirror/state'
import {
  closeHoverTooltips,
  EditorView,
  hasHoverTooltips,
  hoverTooltip,
  keymap,
  showTooltip,
  type Tooltip,
} from '@codemirror/view'
import type { Explanation } from '../../types/protocol'
import type { Asking } from '../asking'
import { element } from './element'

type Explained = Pick<Explanation, 'signature' | 'says'>

export function explanationView({ signature, says }: Explained): HTMLElement {
  const lines = says.split('\n').filter((line) => line !== '')
  return element(
    'div',
    // A long one scrolls, and what scrolls must be in reach of keys.
    { className: 'types-explanation', tabIndex: 0, role: 'group', 'aria-label': 'Explanation' },
    element('code', { className: 'types-signature' }, signature),
    ...lines.map((line) => element('p', {}, line)),
  )
}

const tell = StateEffect.define<Tooltip | undefined>()

const told = StateField.define<Tooltip | undefined>({
  create: () => undefined,
  update(tooltip, { effects, docChanged, selection }) {
    const effect = effects.find((one) => one.is(tell))
    if (effect) return effect.value
    return docChanged || selection ? undefined : tooltip
  },
  provide: (field) => showTooltip.from(field, (tooltip) => tooltip ?? null),
})

export function explaining(ask: Asking['ask'], above: () => readonly string[]): Extension {
  const explanationAt = (view: EditorView, at: number) =>
    ask('hover', { above: above(), source: view.state.doc.toString(), at })

  async function tellAt(view: EditorView): Promise<void> {
    const { state } = view
    const at = state.selection.main.from
    const found = await explanationAt(view, at)
    if (view.state.doc !== state.doc || view.state.selection.main.from !== at) return
    const problems = problemsAt(view, at)
    const dom = element('div', {}, ...problems.map((problem) => element('p', { className: 'types-problem' }, problem)))
    if (found) dom.append(explanationView(found))
    const words = [...problems, ...(found ? [found.signature, found.says] : [])]
    const tooltip: Tooltip = { pos: found?.start ?? at, above: true, create: () => ({ dom }) }
    view.dispatch({
      effects: [
        tell.of(words.length > 0 ? tooltip : undefined),
        EditorView.announce.of(words.join('. ') || 'Nothing is known of this place.'),
      ],
    })
  }

  const explain = (view: EditorView): boolean => {
    void tellAt(view)
    return true
  }

  return [
    told,
    hoverTooltip(async (view, at) => {
      const found = await explanationAt(view, at)
      return found
        ? { pos: found.start, end: found.end, above: true, create: () => ({ dom: explanationView(found) }) }
        : null
    }),
    Prec.highest(
      keymap.of([
        { key: 'Mod-i', run: explain, preventDefault: true },
        { key: 'F8', run: toNextProblem },
        { key: 'Escape', run: putAway },
      ]),
    ),
  ]
}

/** It is shown there; a reader who does not see it hears it. */
function toNextProblem(view: EditorView): boolean {
  if (!nextDiagnostic(view)) return false
  const problems = problemsAt(view, view.state.selection.main.from)
  view.dispatch({ effects: EditorView.announce.of(problems.join('. ')) })
  return true
}

/** True where there was an explanation, so that Escape does nothing else. */
function putAway(view: EditorView): boolean {
  const isTold = view.state.field(told) !== undefined
  const isHovering = hasHoverTooltips(view.state)
  if (isTold || isHovering) view.dispatch({ effects: [tell.of(undefined), closeHoverTooltips] })
  return isTold || isHovering
}

function problemsAt({ state }: EditorView, at: number): readonly string[] {
  const found: string[] = []
  forEachDiagnostic(state, ({ message }, from, to) => {
    if (from <= at && at <= to) found.push(message)
  })
  return found
}
