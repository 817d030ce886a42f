// What does the reader wish for that the worker was not asked yet? In order, but of many wishes of a kind only the newest.
import type { Request } from '../worker/protocol'

export type Wish = Exclude<Request, { kind: 'load' }>
type Question = Extract<Wish, { kind: 'answer' | 'explain' }>

export interface Wishes {
  add(wish: Wish): void
  /** Asks again what was left without an answer. */
  askFirst(wish: Pick<Request, 'kind'>): void
  /** A new worker is told the sources and values at once, and nothing is left but questions. */
  keepQuestions(): void
  next(): Wish | undefined
}

export function wishList(): Wishes {
  let wishes: Wish[] = []
  return {
    add(wish) {
      if (wish.kind === 'edit') wishes = wishes.filter((one) => one.kind !== 'edit' || one.id !== wish.id)
      if (wish.kind !== 'choose') return void wishes.push(wish)
      // A drag leaves a trail of values; only where it is now counts.
      const waiting = wishes.flatMap((one) => (one.kind === 'choose' ? [one.values] : []))
      wishes = wishes.filter(({ kind }) => kind !== 'choose')
      wishes.push({ ...wish, values: Object.assign({}, ...waiting, wish.values) })
    },
    askFirst(wish) {
      if (isQuestion(wish)) wishes.unshift(wish)
    },
    keepQuestions() {
      wishes = wishes.filter(isQuestion)
    },
    next: () => wishes.shift(),
  }
}

function isQuestion(wish: Pick<Request, 'kind'>): wish is Question {
  return wish.kind === 'answer' || wish.kind === 'explain'
}
