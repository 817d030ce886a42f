// Why can a measured row not be predicted? A closed list; a reader may count on these words.

export const reasons = {
  quantity: 'no time of a pass or of a batch: kernels, links, rates and times under load are other questions',
  suspect: 'the row is marked as copied or implausible',
  implausible:
    'faster than the prompt can be computed and the weights of one token read, once for each: the run must have ended early',
  incomplete: 'the row lacks a model, a machine, a batch, a number of tokens, or a value above 0',
  'unknown-model': 'the model is in neither the catalogue nor the list of measured ones',
  'unknown-machine': 'the machine is in neither the catalogue nor the list of measured ones',
  'unknown-precision': 'the format of weights or cache is not known',
  'no-peak': 'the arithmetic peak of the machine is not known',
  'no-path': 'the bandwidth of the link of a load is not known: give path_B_s, all links together',
  layout: 'the model cannot be cut as the row says',
  'does-not-fit': 'weights and cache are larger than the memory: the engine paged, queued or offloaded',
} as const

export type Reason = keyof typeof reasons

/** Thrown inside and turned into an answer at the border: a row is skipped, never the file. */
export class Skip extends Error {
  constructor(readonly reason: Reason) {
    super(reasons[reason])
  }
}
