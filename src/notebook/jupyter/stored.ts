// How does a kernel know that its outputs will be stored, not read in a page? Whoever starts it for that says so.
const name = 'SERVEMATH_OUTPUTS'

/** Variables for a kernel whose figures are to stay data: our runner adds pictures, and a file keeps no scripts. */
export const forStoring = { [name]: 'stored' }

export function storesOutputs(env: NodeJS.ProcessEnv): boolean {
  return env[name] === forStoring[name]
}
