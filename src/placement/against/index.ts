export { against, type Mode, type Predicted, type Skipped, type Used } from './against'
export { type Reason, reasons } from './reasons'
