import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { constants, equations, inputs, themes } from '../../src/derivations'
import { introducedIn, taught } from '../../src/notebook/introduced'

describe('the chapter that introduces a quantity', () => {
  it('is known for every input, constant and equation', () => {
    for (const name of Object.keys({ ...inputs, ...constants, ...equations }))
      expect(introducedIn(name)).toMatch(/^\d\d$/)
  })

  it('is the one that teaches the first theme to use it', () => {
    expect(introducedIn('kvHeads')).toBe('01')
    expect(introducedIn('stall')).toBe('04')
    expect(introducedIn('writeMultiple')).toBe('07')
    expect(introducedIn('stages')).toBe('11')
  })

  it('is the chapter of its letter: bytes per token are computed in 01 before 02 takes them as given', () => {
    expect(introducedIn('bytesPerToken')).toBe('01')
  })

  it('refuses an unknown name with the nearest', () => {
    expect(() => introducedIn('kvHead')).toThrow(/kvHeads/)
  })
})

describe('themes', () => {
  it('are each taught by one chapter', () => {
    expect(Object.values(taught).flat().sort()).toEqual(Object.keys(themes).sort())
  })

  const files = readdirSync('notebooks')
  const lessons = Object.entries(taught).flatMap(([chapter, titles]) =>
    titles.map((title) => [title, chapter] as const),
  )

  it.each(lessons)(
    '%s is taught where it is said to be: chapter %s shows a third of its formulas or more',
    (title, chapter) => {
      const file = files.find((name) => name.startsWith(`${chapter}-`)) ?? 'missing'
      const text = readFileSync(`notebooks/${file}`, 'utf8')
      const named = (themes[title] ?? []).filter(({ name }) => new RegExp(`\\b${name}\\b`).test(text))
      expect(3 * named.length).toBeGreaterThanOrEqual(themes[title]?.length ?? 0)
    },
  )
})
