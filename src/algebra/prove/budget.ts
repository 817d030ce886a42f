// How much work may a proof take? A counted amount, so that the same question gets the same answer on every machine.

export class TooLarge extends Error {}

export interface Budget {
  left: number
}

export function spend(budget: Budget, work: number): void {
  budget.left -= work
  if (budget.left < 0) throw new TooLarge()
}

/** How many binary digits, within four. */
export function bits(value: bigint): number {
  return value.toString(16).length * 4
}
