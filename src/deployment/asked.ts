// What is asked of the parts of a deployment together, once each of them is read?
import type { Deployment } from './deployment'
import type { Numbers } from './known'
import type { Subject } from './subject'

export interface Asked {
  readonly deployment: Pick<Deployment, 'devices' | 'layout' | 'precision'>
  readonly subject: Subject
  /** numbers of the machine, and those that were given over all others */
  readonly own: Numbers
  /** tokens of a conversation */
  readonly context: number
  /** conversations at once */
  readonly batch: number
  readonly machine: { readonly name: string; readonly scaleUpDevices: number }
}
