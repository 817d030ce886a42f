// Does a name mean one thing in whatever room it is imported from?
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

// The page, its workers and the program are no rooms to import from.
const closed = /^src\/(web|cli)\/|page|jupyter\/all/
const doors = [
  ...readdirSync('src', { recursive: true, withFileTypes: true })
    .filter(({ name }) => name === 'index.ts')
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => !closed.test(file)),
  'src/node.ts',
]
const isThing = (value: unknown): boolean =>
  typeof value === 'function' || (typeof value === 'object' && value !== null)

describe('one name, one thing', () => {
  it('no two doors of the library export one name for different things', async () => {
    const first = new Map<string, readonly [door: string, thing: unknown]>()
    const twice: string[] = []
    for (const door of doors) {
      for (const [name, thing] of Object.entries<unknown>(await import(join(process.cwd(), door)))) {
        const [other, before] = first.get(name) ?? [door, thing]
        first.set(name, [other, before])
        if (before !== thing && name !== 'default') twice.push(`${name} in ${other} and ${door}`)
      }
    }
    expect(first.size).toBeGreaterThan(300)
    expect([...first.values()].filter(([, thing]) => isThing(thing)).length).toBeGreaterThan(300)
    expect(twice).toEqual([])
  })
  it.each(['keepCost', 'pricesOf', 'memoryIn'])('%s is declared once in all of src', (name) => {
    const declares = new RegExp(`(?:function|const) ${name}\\b`)
    const files = readdirSync('src', { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map(({ parentPath, name: file }) => join(parentPath, file))
    expect(files.filter((file) => declares.test(readFileSync(file, 'utf8'))).length).toBe(1)
  })
})
