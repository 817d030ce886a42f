// What is left of an equation when the reader's own stand in it and every known number is put in place? Worked out once a case.
import { type Declared, lineage } from './quantity'
import { given, replaced } from './replace'

/** An equation after some replacements, and what is left of it by which of the equations under it are known. */
interface Page {
  /** by the name replaced, and by what replaces it */
  readonly next: Map<string, WeakMap<Declared, Page>>
  readonly left: Map<string, Declared>
  equation?: Declared
  under?: readonly string[]
}

const pages = new WeakMap<Declared, { readonly names: ReadonlySet<string>; readonly first: Page }>()

/**
 * The equation with those under it that `mine` names replaced by the reader's own (units must agree), and those that `at`
 * has a number for, or `known` names, taken as inputs of the same name. Every case is worked out once and then remembered for as long as the
 * equations in it are.
 */
export function prepared(
  equation: Declared,
  mine: Readonly<Record<string, Declared>>,
  at: Readonly<Record<string, number>>,
  known: readonly string[] = [],
): Declared {
  const page = pageOf(equation, mine)
  page.equation ??= replaced(equation, mine)
  page.under ??= namesUnder(page.equation)
  let key = ''
  for (const name of page.under) if (at[name] !== undefined || known.includes(name)) key += `${name} `
  const left = page.left.get(key)
  if (left !== undefined) return left
  const fresh = given(page.equation, key.split(' '))
  page.left.set(key, fresh)
  return fresh
}

function pageOf(equation: Declared, mine: Readonly<Record<string, Declared>>): Page {
  let book = pages.get(equation)
  if (book === undefined) {
    book = { names: new Set([...namesUnder(equation), equation.name]), first: emptyPage() }
    pages.set(equation, book)
  }
  let page = book.first
  for (const name in mine) {
    const own = mine[name]
    if (own !== undefined && book.names.has(name)) page = nextPage(page, name, own)
  }
  return page
}

function nextPage({ next }: Page, name: string, own: Declared): Page {
  let owners = next.get(name)
  if (owners === undefined) {
    owners = new WeakMap()
    next.set(name, owners)
  }
  let page = owners.get(own)
  if (page === undefined) {
    page = emptyPage()
    owners.set(own, page)
  }
  return page
}

const emptyPage = (): Page => ({ next: new Map(), left: new Map() })

function namesUnder(equation: Declared): readonly string[] {
  return lineage(equation).flatMap(({ name }) => (name === equation.name ? [] : [name]))
}
