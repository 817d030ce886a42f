export { type AttentionCut, devicesOf, devicesOfStage, groupsOf, type Layout, layoutOf } from './layout'
export type { Point } from './point'
export { type Work, workAt } from './workAt'
