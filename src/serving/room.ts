// How many sequences have room beside the weights? What is free over what one keeps, in whole sequences on every lane of the layout.
import { call } from '../algebra'
import type { Numbers } from '../deployment'
import { sequencesThatFit } from '../derivations'
import { groupsOf, type Layout } from '../model'

/** Sequences are dealt out whole: to devices that hold them whole, and to the stages of a pipeline. */
export function wholeSequences(numbers: Numbers, layout: Layout): number {
  const lanes = groupsOf(layout) * layout.pipelineStages
  const room = call(sequencesThatFit, numbers)
  return Math.max(0, lanes * Math.floor(room / lanes))
}
