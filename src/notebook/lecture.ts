// How does a cell reach the ledger of the lecture's claims? On demand: it is large, and most chapters do without it.

/** The ledger, the price lists and the drain ladder: `const { claim } = await lecture()`. */
export function lecture(): Promise<typeof import('../lecture')> {
  return import('../lecture')
}
