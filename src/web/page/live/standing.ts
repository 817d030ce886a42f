// Where do the chapter's assumptions stand? Their defaults as the code last stated them, and what the reader chose instead.
import type { Assumption } from '../../../notebook/assume'
import { formatQuantity } from '../../../units/format'
import type { Chosen } from '../../kernel/host'
import type { Scenario } from '../../site/scenarios'

/** The value used, and the default that the code states. */
export interface Standing {
  readonly value: number
  readonly standard: number
}

type Stated = Pick<Assumption, 'name' | 'value' | 'min' | 'max' | 'unit'>

export interface Standings {
  /** Takes the defaults that the code states now. */
  learn(assumptions: readonly Stated[]): void
  of(name: string): Standing | undefined
  /** A value of the assumption as a reader writes it. */
  text(name: string, value: number): string
  /** A value of the assumption as a cell writes it, its unit with it. */
  literal(name: string, value: number): string
  /** The choices that bring about these values and leave the rest to the code; what lies outside a range is left out. */
  asChosen(values: Readonly<Record<string, number>>): Readonly<Record<string, Chosen>>
  names(): readonly string[]
}

export function standings(chosen: () => Readonly<Record<string, Chosen>>): Standings {
  const stated = new Map<string, Stated>()
  return {
    learn(assumptions) {
      for (const assumption of assumptions) stated.set(assumption.name, assumption)
    },
    of(name) {
      const standard = stated.get(name)?.value
      if (standard === undefined) return undefined
      const choice = chosen()[name]
      return { standard, value: choice?.instead === standard ? choice.value : standard }
    },
    text: (name, value) => formatQuantity(value, stated.get(name)?.unit ?? '1'),
    literal(name, value) {
      const { unit = '1' } = stated.get(name) ?? {}
      return unit === '1' ? String(value) : `'${value} ${unit}'`
    },
    asChosen(values) {
      const choices = Object.entries(values).flatMap(([name, value]): [string, Chosen][] => {
        const found = stated.get(name)
        if (!found || value === found.value) return []
        const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = found
        return value >= min && value <= max ? [[name, { value, instead: found.value }]] : []
      })
      return Object.fromEntries(choices)
    },
    names: () => [...stated.keys()],
  }
}

/** Which scenarios the choices amount to: `written` where there are none, `yours` where they are like no other. */
export function scenariosNow(
  chosen: Readonly<Record<string, Chosen>>,
  scenarios: readonly Scenario[],
  standings: Standings,
): readonly string[] {
  const same = (values: Readonly<Record<string, number>>) => {
    const wanted = standings.asChosen(values)
    const names = Object.keys({ ...wanted, ...chosen })
    return names.every((name) => wanted[name]?.value === chosen[name]?.value)
  }
  const found = [{ id: 'written', values: {} }, ...scenarios].filter(({ values }) => same(values))
  return found.length > 0 ? found.map(({ id }) => id) : ['yours']
}
