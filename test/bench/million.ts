// Does any of a million random price vectors contradict a certified box? `npm run bench:flips` asks.
import { flipRows } from './flips'
import { printed } from './report'

console.log(printed(flipRows(1_000_000)))
