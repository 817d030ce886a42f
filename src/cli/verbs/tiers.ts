// servemath tiers: what does each memory and storage tier charge, and which cannot be placed?
import { accelerator, tiers as catalogueTiers, priceRule } from '../../catalog'
import { tiersFor, unplacedFor } from '../../placement'
import { table } from '../columns'
import { asOfOnly, type Dated, datedFlags, datesIn } from '../spread'
import { isPlaced, memoryRow, type TierRow, tierCells, tierHead, tierRow } from '../tierRow'
import type { Verb } from '../verb'
import { noWords } from '../words'

export const tiers: Verb = {
  usage: 'tiers',
  says: 'What a byte costs to hold for a second, to read and to write in each tier, with the date of the price. With an accelerator, the tiers a placement on it would use.',
  flags: { accelerator: { takes: 'ACCELERATOR', says: 'only tiers that attach to it, and its HBM' }, ...datedFlags },
  examples: ['tiers', 'tiers --accelerator h100-sxm --basis owned', 'tiers --as-of 2025-Q3 --json'],
  run: (words) => {
    noWords(words)
    const dated = datesIn(words)
    const id = words.value('accelerator')
    const { rows, unplaced } = id === undefined ? everyTier(dated) : tiersOn(id, dated)
    const notPlaced = unplaced.map(({ because }) => `  ${because}`)
    return {
      json: {
        accelerator: id ?? null,
        basis: dated.basis ?? null,
        asOf: dated.asOf ?? null,
        tiers: rows,
        unplaced,
        priceRule,
      },
      text: () =>
        [
          ...table(tierHead, rows.map(tierCells), [2, 3, 4, 5, 6]),
          ...(notPlaced.length > 0 ? ['', 'Not placed', ...notPlaced] : []),
          '',
          `The price was chosen so: ${priceRule}`,
        ].join('\n'),
    }
  },
}

interface Found {
  readonly rows: readonly TierRow[]
  readonly unplaced: readonly { readonly option: string; readonly because: string }[]
}

function everyTier(dated: Dated): Found {
  const all = catalogueTiers(dated)
  return {
    rows: all.filter(isPlaced).map(tierRow),
    unplaced: all.flatMap((tier) => (tier.placeable ? [] : [{ option: tier.id, because: tier.notPlacedBecause }])),
  }
}

function tiersOn(id: string, dated: Dated): Found {
  const attached = tiersFor(id, dated).filter(isPlaced)
  return {
    rows: [...memoryRow(accelerator(id, asOfOnly(dated))), ...attached.map(tierRow)],
    unplaced: unplacedFor(id, dated),
  }
}
