// Which record does a person mean by H100, b200 or ddr5? The one that is so called, but for case and what its name goes on with.

// Of several boards of one chip, the one a server is sold with.
const usual = /-(sxm|hgx)$/

/** The id that is meant, or undefined where none is, or several could be. */
export function spelled(asked: string, ids: readonly string[]): string | undefined {
  if (ids.includes(asked)) return asked
  const plain = asked
    .trim()
    .toLowerCase()
    .replace(/^(nvidia|amd|google|aws)\s+/, '')
    .replaceAll(/[\s_]+/g, '-')
  if (ids.includes(plain)) return plain
  const begun = ids.filter((id) => id.startsWith(`${plain}-`))
  return only(begun) ?? only(begun.filter((id) => usual.test(id)))
}

const only = (ids: readonly string[]): string | undefined => (ids.length === 1 ? ids[0] : undefined)
