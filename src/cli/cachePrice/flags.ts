// Which flags does cache-price take beside those of a deployment?
import type { Flags } from '../words'

export const priceFlags: Flags = {
  write: { takes: 'PRICE', says: 'of a cache write: a multiple of input such as 1.25, or in the unit of --input' },
  read: { takes: 'PRICE', says: 'of a cache hit: a multiple of input such as 0.1, or in the unit of --input' },
  'long-write': { takes: 'PRICE', says: 'of a write to a cache that lives longer, such as 2' },
  input: { takes: 'PRICE', says: 'of plain input: 5USD/Mtok; or 5, and then all bare prices are USD/Mtok' },
  storage: {
    takes: 'PRICE',
    says: 'of keeping tokens, such as 4.5USD/(Mtok*h); that cache lives while it is paid for',
  },
  hits: { takes: 'N', says: 'expected hits after a write: the mean price of a token' },
  life: { takes: 'TIME', says: 'how long a cache lives after its last use (5m)' },
  'long-life': { takes: 'TIME', says: 'the same of the cache that lives longer (1h)' },
}

export const sessionFlags: Flags = {
  pause: { takes: 'TIME', says: 'between two uses: which strategy is cheapest, keep-alive pings among them' },
  continues: { says: 'also for a session that goes on: who lets its cache expire writes it again' },
  turns: { takes: 'N', says: 'requests of a session with such a pause between them: what all cost' },
  prompt: { takes: 'TOKENS', says: 'of the first prompt' },
  grow: { takes: 'TOKENS', says: 'that every further turn adds (0)' },
  'request-time': { takes: 'TIME', says: 'from the start of a request to its end (0)' },
  'counted-from': { takes: 'start|end', says: 'of a request: from where a life is counted (end)' },
  'minimum-prefix': { takes: 'TOKENS', says: 'the least that is cached (any)' },
  'not-renewed': { says: 'a read does not start the life anew' },
}
