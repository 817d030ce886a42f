// What does a chapter need to read traces, replay and draw them?

export { hitsByBytes, type SizeMark } from '../../figures/hitsByBytes'
export { type Foresight, type PolicyCost, policyGap } from '../../figures/policyGap'
export { type SurvivalLine, survivalFigure } from '../../figures/survival'
export { ttlCosts } from '../../figures/ttlCosts'
export * from '../../placement/replay'
export * from '../../placement/trace'
export { openTrace, theHour } from './openTrace'
