// What kind of quantity is it? A dimension is a map from base unit to integer exponent; zero exponents are left out.

export const baseUnits = ['USD', 'B', 'FLOP', 'token', 'J', 's'] as const
export type BaseUnit = (typeof baseUnits)[number]
export type Dimension = { readonly [base in BaseUnit]?: number }

export const dimensionless: Dimension = {}

/** `a` times `b` raised to `exponent`: multiplication (1), division (-1) and powers in one. */
export function combine(a: Dimension, b: Dimension, exponent = 1): Dimension {
  const result: { [base in BaseUnit]?: number } = {}
  for (const base of baseUnits) {
    const power = (a[base] ?? 0) + (b[base] ?? 0) * exponent
    if (power !== 0) result[base] = power
  }
  return result
}

/** Are all exponents the same? One left out is zero. */
export function sameDimension(a: Dimension, b: Dimension): boolean {
  return baseUnits.every((base) => (a[base] ?? 0) === (b[base] ?? 0))
}

/** `USD/(B*s)`, `1/token`, `FLOP/token^2`; dimensionless is `1`. The text parses back to the same dimension. */
export function dimensionText(dimension: Dimension): string {
  const over = baseUnits.filter((base) => (dimension[base] ?? 0) > 0).map((base) => power(base, dimension[base] ?? 0))
  const under = baseUnits
    .filter((base) => (dimension[base] ?? 0) < 0)
    .map((base) => power(base, -(dimension[base] ?? 0)))
  const numerator = over.join('*') || '1'
  if (under.length === 0) return numerator
  return `${numerator}/${under.length > 1 ? `(${under.join('*')})` : under[0]}`
}

function power(base: BaseUnit, exponent: number): string {
  return exponent === 1 ? base : `${base}^${exponent}`
}
