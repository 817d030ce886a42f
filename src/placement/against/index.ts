export { against, type Predicted, type Skipped, type Used } from './against'
export { type Reason, reasons } from './reasons'
export type { Mode } from './row'
