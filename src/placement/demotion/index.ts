export { type Demotion, type DemotionStep, demote } from './demote'
export type { Returns, SurvivalPoint } from './returns'
export type { PauseQuestion } from './stages'
export { pointsIn, returnsIn } from './written'
