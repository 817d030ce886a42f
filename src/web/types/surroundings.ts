// Which names does a cell have that no module gives it? What the kernel lends it, and what every worker has; no page.

export const surroundings = `
interface Console {
  /** Prints under the cell. */
  log(...values: unknown[]): void
  /** Prints under the cell. */
  info(...values: unknown[]): void
  /** Prints under the cell. */
  debug(...values: unknown[]): void
  /** Prints under the cell, as a complaint. */
  warn(...values: unknown[]): void
  /** Prints under the cell, as a complaint. */
  error(...values: unknown[]): void
  /** Prints one value, inspected, under the cell. */
  dir(value: unknown): void
}
declare const console: Console
declare function setTimeout(act: (...values: any[]) => void, milliseconds?: number, ...values: any[]): number
declare function clearTimeout(timer?: number): void
declare function structuredClone<T>(value: T): T
declare const performance: { now(): number }
`
