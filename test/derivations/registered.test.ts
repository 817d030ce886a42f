// Is every equation and input that a file of derivations declares in the table, and nothing else?
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { equation, type Quantity } from '../../src/algebra'
import * as barrel from '../../src/derivations'
import { constants, devicePrice, equations, inputs, mfu } from '../../src/derivations'

const folder = 'src/derivations'
// Not the folder `steps`: its equations are stepping stones of a derivation, not of the subject.
const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && file !== 'index.ts')
const kinds: readonly unknown[] = ['equation', 'input', 'constant']
const isQuantity = (value: unknown): value is Quantity =>
  value !== null &&
  (typeof value === 'object' || typeof value === 'function') &&
  kinds.includes((value as { readonly kind?: unknown }).kind)
const declared: readonly (readonly [file: string, name: string, quantity: Quantity])[] = (
  await Promise.all(
    files.map(async (file) =>
      Object.entries<unknown>(await import(join(process.cwd(), folder, file))).flatMap(([name, value]) =>
        isQuantity(value) ? [[file, name, value] as const] : [],
      ),
    ),
  )
).flat()

describe('a quantity is registered by being declared', () => {
  it.each(declared)(
    '%s: %s is in the table, under the name it is exported by, and in the barrel',
    (_, name, quantity) => {
      expect(quantity.name).toBe(name)
      const table = { equation: equations, input: inputs, constant: constants }[quantity.kind]
      expect(table[name]).toBe(quantity)
      expect((barrel as Record<string, unknown>)[name]).toBe(quantity)
    },
  )
  it('and the table has no other equation', () => {
    const names = declared.flatMap(([, name, { kind }]) => (kind === 'equation' ? [name] : []))
    expect(names.length).toBeGreaterThan(60)
    expect([...names].sort()).toEqual(Object.keys(equations).sort())
  })
  it('no two files declare the same name', () => {
    const names = declared.map(([, name]) => name)
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
  })
  it("an equation of the reader's own does not enter it", () => {
    const before = Object.keys(equations)
    equation('ownRent', {
      ...{ symbol: 'x', unit: 'USD/s', says: 'a share of the rent', inputs: { devicePrice, mfu } },
      expression: 'devicePrice * mfu',
    })
    expect(Object.keys(equations)).toEqual(before)
  })
})
