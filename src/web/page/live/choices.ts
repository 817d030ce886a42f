// Which values stand in for the code's own? Those a reader chose, a scenario's, or those of a link they followed.
import type { Chosen } from '../../kernel/host'
import type { Scenario } from '../../site/scenarios'
import type { Truth } from '../truth'
import { type Standings, scenariosNow, standings } from './standing'

export type Choice = Readonly<Record<string, Chosen>>
type Change = Readonly<Record<string, Chosen | undefined>>

export interface Choices {
  readonly standing: Standings
  /** the ids of the scenarios that the values amount to, `written` and `yours` among them */
  current(): readonly string[]
  yours(): Choice
  /** The chosen values that no newer default has taken the place of. */
  inForce(): Readonly<Record<string, number>>
  /** The same as a cell would write them. */
  literals(): readonly { readonly name: string; readonly literal: string }[]
  /** The values that hold now are what later ones are compared with. */
  compareFromHere(): void
  /** What was moved since, such as `holdTime 5 min → 1 h`. */
  moved(): readonly string[]
  /** Each of these gives what has to change, and remembers what the reader did by hand. */
  move(name: string, value: number): Change
  release(name: string): Change
  scenario(id: string): Change
  values(values: Readonly<Record<string, number>>): Change
  forget(): Change
}

export function choicesOf(truth: Truth, scenarios: readonly Scenario[], kept: Choice): Choices {
  const standing = standings(() => truth.chosen())
  let yours = kept
  let from: ReadonlyMap<string, number | undefined> = new Map()
  const released = (): Change =>
    Object.fromEntries([...standing.names(), ...Object.keys(truth.chosen())].map((name) => [name, undefined]))
  const byHand = (change: Change): Change => {
    const after = Object.entries({ ...truth.chosen(), ...change })
    yours = Object.fromEntries(after.flatMap(([name, choice]) => (choice ? [[name, choice]] : [])))
    return change
  }
  const inForce = (): Readonly<Record<string, number>> =>
    Object.fromEntries(
      Object.entries(truth.chosen()).flatMap(([name, { value, instead }]) =>
        standing.of(name)?.standard === instead ? [[name, value]] : [],
      ),
    )
  return {
    standing,
    current: () => scenariosNow(truth.chosen(), scenarios, standing),
    yours: () => yours,
    inForce,
    literals: () =>
      Object.entries(inForce()).map(([name, value]) => ({ name, literal: standing.literal(name, value) })),
    compareFromHere() {
      from = new Map(standing.names().map((name) => [name, standing.of(name)?.value]))
    },
    moved: () =>
      standing.names().flatMap((name) => {
        const [was, now] = [from.get(name), standing.of(name)?.value]
        if (was === undefined || now === undefined || was === now) return []
        return [`${name} ${standing.text(name, was)} → ${standing.text(name, now)}`]
      }),
    move(name, value) {
      const standard = standing.of(name)?.standard ?? value
      return byHand({ [name]: value === standard ? undefined : { value, instead: standard } })
    },
    release: (name) => byHand({ [name]: undefined }),
    scenario(id) {
      const { values = {} } = scenarios.find((one) => one.id === id) ?? {}
      return { ...released(), ...(id === 'yours' ? yours : standing.asChosen(values)) }
    },
    values: (values) => ({ ...released(), ...standing.asChosen(values) }),
    forget() {
      yours = {}
      return released()
    },
  }
}
