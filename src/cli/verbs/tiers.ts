// servemath tiers: what does each memory and storage tier charge, and which cannot be placed?
import { tiers as catalogueTiers, priceRule } from '../../catalog'
import { resolve } from '../../deployment'
import { machineOf } from '../../deployment/machine'
import { loneStore, storesOf } from '../../deployment/store'
import { table } from '../columns'
import { type Draft, draftIn, wholeDeployment } from '../deployment/draft'
import { conversationFlags, deploymentFlags } from '../deployment/flags'
import { memoryRow, storeRow, type TierRow, tierCells, tierHead } from '../tierRow'
import type { Verb } from '../verb'
import { noWords } from '../words'

export const tiers: Verb = {
  usage: 'tiers',
  says: 'What a byte costs to hold for a second, to read and to write in each tier, with the date of the price. With an accelerator, the tiers a placement on it would use.',
  flags: { ...deploymentFlags, ...conversationFlags },
  examples: ['tiers', 'tiers --accelerator h100-sxm --basis owned', 'tiers --as-of 2025-Q3 --json'],
  run: async (words, io) => {
    noWords(words)
    const draft = await draftIn(words, io)
    const { basis = null, prices = 'contract', asOf = null } = draft.deployment
    const { rows, unplaced, accelerator = null } = foundIn(draft)
    const notPlaced = unplaced.map(({ because }) => `  ${because}`)
    return {
      json: { accelerator, basis, prices, asOf, tiers: rows, unplaced, priceRule },
      text: () =>
        [
          ...table(tierHead, rows.map(tierCells), [2, 3, 4, 5, 6, 7]),
          ...(notPlaced.length > 0 ? ['', 'Not placed', ...notPlaced] : []),
          '',
          `The price was chosen so: ${priceRule}`,
        ].join('\n'),
    }
  },
}

interface Found {
  readonly accelerator?: string
  readonly rows: readonly TierRow[]
  readonly unplaced: readonly { readonly option: string; readonly because: string }[]
}

// With a model, as a placement of it would load them; with a machine alone, as one device of it does.
function foundIn(draft: Draft): Found {
  const { model, accelerator, devices = 1, ...rest } = draft.deployment
  if (accelerator === undefined) return everyTier(rest)
  if (model === undefined) {
    const machine = machineOf(accelerator, rest)
    const { stores, unplaced } = storesOf(rest, machine, devices)
    return { accelerator: machine.name, rows: [...memoryRow(machine), ...stores.map(storeRow)], unplaced }
  }
  const { machine, tiers, unplaced } = resolve(wholeDeployment(draft), draft.point)
  return { accelerator: machine.name, rows: [...memoryRow(machine), ...tiers.map(storeRow)], unplaced }
}

function everyTier({ basis, prices, asOf }: Draft['deployment']): Found {
  const all = catalogueTiers({
    ...(basis !== undefined && { basis }),
    ...(prices !== undefined && { prices }),
    ...(asOf !== undefined && { asOf }),
  })
  return {
    rows: all.flatMap((tier) => (tier.placeable ? [storeRow(loneStore(tier))] : [])),
    unplaced: all.flatMap((tier) => (tier.placeable ? [] : [{ option: tier.id, because: tier.notPlacedBecause }])),
  }
}
