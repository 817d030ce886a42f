// What does `npm run bench` print? Every speed and size the project claims, each beside a rival measured in the same run.
import { buyRows } from './buy'
import { flipRows } from './flips'
import { arrayRows, formulaRows } from './formula'
import { placementRows } from './placement'
import { bundleRow, commandRows, notebookRows } from './processes'
import { replayRows } from './replay'
import { printed, type Row } from './report'
import { uncertainRows } from './uncertain'

const rows: Row[] = [
  ...formulaRows(),
  ...arrayRows(),
  ...placementRows(),
  ...flipRows(),
  ...uncertainRows(),
  ...commandRows(),
  await bundleRow(),
  ...(await replayRows()),
  ...(await buyRows()),
  ...notebookRows(),
]
console.log(printed(rows))
