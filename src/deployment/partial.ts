// Which numbers are known where only parts of a deployment are? Those of the parts that are there, chosen as the whole would.

import { amountsOf } from './amount'
import { conversationOf } from './context'
import { usualNumbers } from './defaults'
import type { Deployment } from './deployment'
import { given, type Known, knownAs, valuesOf } from './known'
import { wholeLayout } from './layout'
import { machineOf } from './machine'
import { modelNumbers } from './modelNumbers'
import type { Point } from './point'
import { resolve } from './resolve'
import { subjectOf } from './subject'

export interface PartialNumbers {
  readonly known: Readonly<Record<string, Known>>
  /** what a named record has not, each a clause */
  readonly lacks: readonly string[]
}

/** With model and accelerator the numbers of `resolve`; with one of them its own, a model's as on one device. */
export function partialNumbers(deployment: Partial<Deployment>, point: Point = {}): PartialNumbers {
  const { model, accelerator } = deployment
  const machine = accelerator === undefined ? undefined : machineOf(accelerator, deployment)
  const lacks = machine?.record?.missing.map((name) => `${machine.name} has no ${name}`) ?? []
  if (model !== undefined && accelerator !== undefined) {
    const { provenance, step } = resolve({ ...deployment, model, accelerator }, point)
    return { known: { ...provenance, ...step }, lacks }
  }
  const set = knownAs(amountsOf(deployment.set ?? {}), given)
  const usual = model === undefined && machine === undefined ? {} : usualNumbers(deployment.efficiency)
  const ofModel = model === undefined ? {} : modelAlone(deployment, model, valuesOf(set), point)
  return { known: { ...usual, ...ofModel, ...machine?.known, ...set }, lacks }
}

function modelAlone(
  deployment: Partial<Deployment>,
  model: Deployment['model'],
  own: Readonly<Record<string, number>>,
  point: Point,
): Record<string, Known> {
  const subject = subjectOf(model)
  const { known: context } = conversationOf(subject, point.context ?? own.context, point.acceptContext ?? false)
  const machine = { name: 'one device', scaleUpDevices: 1 }
  const layout = wholeLayout(deployment.devices ?? 1, deployment.layout ?? {}, subject, deployment.devices ?? 1)
  const { known, step } = modelNumbers(
    { deployment, subject, own, context: context.value, batch: point.batch ?? 1, machine },
    layout,
    point,
  )
  return { ...known, ...step, ...knownAs(subject.given, given), context }
}
