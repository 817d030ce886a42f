// What is paid for staying in a tier through a cell of time, and for moving from one to another?
import type { Cell } from './grid'
import type { StageOption } from './stages'

/** Endless waiting costs nothing where holding is free. */
export const staying = ({ hold, retrieve }: StageOption, { time, returned }: Cell): number =>
  (hold === 0 ? 0 : hold * time) + retrieve * returned

/** Nothing is read to delete; what is still in HBM is read for nothing. */
export const reading = (from: StageOption, to: StageOption): number => (to.option === 'remat' ? 0 : from.read)

export const moving = (from: StageOption, to: StageOption): number => reading(from, to) + to.write
