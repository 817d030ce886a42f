// Which pure numbers is a question, where two of its options and deleting are compared?
import { call, type Declared } from '../../algebra'
import * as derivations from '../../derivations'
import { Refusal, unknownName } from '../../units'
import type { Candidate, Numbers } from '../candidate'
import { candidatesOf } from '../candidates'
import { lineOf } from '../line'
import { inputsOf, type Question, settled } from '../question'
import type { Groups } from './regime'

/** `near` is HBM or a tier, `far` a tier whose reads and devices' time have a price. */
export function regimeGroups(question: Question, near: string, far: string): Groups {
  const ready = settled(question)
  const candidates = candidatesOf(ready, inputsOf(ready))
  const [nearby, away, remat] = [near, far, 'remat'].map((name) => found(candidates, name))
  const load = loadOf(away as Candidate)
  const [held, there] = [nearby, away].map((one) =>
    lineOf((one as Candidate).option, (one as Candidate).total, (one as Candidate).at),
  )
  const { reuses = 1, stall = 0 } = (away as Candidate).at
  const { requestTime = 0 } = (remat as Candidate).at
  const rate = there?.rate ?? 0
  const deleted = worth((remat as Candidate).total, { ...(remat as Candidate).at, reuses: 1 })
  return {
    holdOverDrain: (ready.holdTime * rate) / load.read,
    loadOverRemat: load.devices / deleted,
    nearOverFar: (held?.rate ?? 0) / rate,
    tierOverDevices: load.read / load.devices,
    ...{ stall, reuses },
    nearOnce: (held?.once ?? 0) / load.read,
    farWrite: load.write / load.read,
    requestOverRemat: requestTime / call(derivations.rematLatency, (remat as Candidate).at),
  }
}

function found(candidates: readonly Candidate[], name: string): Candidate {
  const one = candidates.find(({ option }) => option === name)
  if (one !== undefined) return one
  throw unknownName(
    'option',
    name,
    candidates.map(({ option }) => option),
  )
}

const worth = (equation: Declared, at: Numbers): number => (equation as unknown as (at: Numbers) => number)(at)

/** USD/token of one read, of the devices while it lasts, and of the write. */
function loadOf({ option, at, parts, stage, recomputes }: Candidate): Record<'read' | 'devices' | 'write', number> {
  if (parts === undefined || at.tierPrice === undefined || stage !== undefined || recomputes)
    throw new Refusal(`${option} is no far tier of a regime map: expected a part that is loaded straight and whole.`)
  const retrieved = (stall: number): number => worth(parts.retrieve, { ...at, stall })
  return { read: retrieved(0), devices: retrieved(1) - retrieved(0), write: at.writeCost ?? worth(parts.write, at) }
}
