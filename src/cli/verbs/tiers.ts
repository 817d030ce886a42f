// servemath tiers: what does each memory and storage tier charge, and which cannot be placed?
import { tiers as catalogueTiers, priceRule } from '../../catalog'
import { resolve, type Store } from '../../deployment'
import { machineOf } from '../../deployment/machine'
import { loneStore, storesOf } from '../../deployment/store'
import { columns, tables } from '../columns'
import { type Draft, draftIn, wholeDeployment } from '../deployment/draft'
import { allRatings, conversationFlags, deploymentFlags, ratingsFlag, sourcesFlag } from '../deployment/flags'
import { ratedLines, ratedTitle } from '../ratedRow'
import { memoryRow, storeRow, type TierRow, tierCells, tierHead } from '../tierRow'
import type { Verb } from '../verb'
import { noWords, oneOf } from '../words'

export const tiers: Verb = {
  usage: 'tiers',
  says: 'What a byte costs to hold for a second, to read and to write in each tier, with the date of the price, and what it costs as much as its maker rates it for. With an accelerator, the tiers a placement on it would use.',
  flags: { ...deploymentFlags, ...conversationFlags, ratings: ratingsFlag, sources: sourcesFlag },
  examples: ['tiers', 'tiers --accelerator h100-sxm --basis owned', 'tiers --as-of 2025-Q3 --json'],
  run: async (words, io) => {
    noWords(words)
    const draft = await draftIn(words, io)
    const { basis = null, prices = 'contract', asOf = null } = draft.deployment
    const ratings =
      oneOf(words, 'ratings', allRatings) ?? (draft.deployment.efficiency === 'ideal' ? 'endurance' : 'on')
    const { stores, memory = [], unplaced, accelerator = null, bytesPerToken } = foundIn(draft)
    const rows = [...memory, ...stores.map((store) => storeRow(store, ratings))]
    const rated = ratedLines(rows, bytesPerToken)
    const notPlaced = unplaced.map(({ because }) => `  ${because}`)
    return {
      json: { accelerator, basis, prices, asOf, ratings, tiers: rows, unplaced, priceRule },
      text: (width) =>
        [
          ...tables(tierHead, rows.map(tierCells), [2, 3, 4, 5, 6, 7], width),
          ...(rated.length > 0 ? ['', ratedTitle, ...rated.map((line) => `  ${line}`)] : []),
          ...(notPlaced.length > 0 ? ['', 'Not placed', ...notPlaced] : []),
          ...(words.has('sources') ? ['', ...sourceLines(rows), '', `The price was chosen so: ${priceRule}`] : []),
        ].join('\n'),
    }
  },
}

const sourceLines = (rows: readonly TierRow[]): string[] => columns(rows.map(({ tier, source }) => [tier, source]))

interface Found {
  readonly accelerator?: string
  readonly stores: readonly Store[]
  readonly memory?: readonly TierRow[]
  readonly unplaced: readonly { readonly option: string; readonly because: string }[]
  /** of the model, where one is named */
  readonly bytesPerToken?: number | undefined
}

// With a model, as a placement of it would load them; with a machine alone, as one device of it does.
function foundIn(draft: Draft): Found {
  const { model, accelerator, devices = 1, ...rest } = draft.deployment
  if (accelerator === undefined) return everyTier(rest)
  if (model === undefined) {
    const machine = machineOf(accelerator, rest)
    const { stores, unplaced } = storesOf(rest, machine, devices)
    return { accelerator: machine.name, memory: memoryRow(machine), stores, unplaced }
  }
  const { machine, tiers: stores, unplaced, numbers } = resolve(wholeDeployment(draft), draft.point)
  const { bytesPerToken } = numbers
  return { accelerator: machine.name, memory: memoryRow(machine), stores, unplaced, bytesPerToken }
}

function everyTier({ basis, prices, asOf }: Draft['deployment']): Found {
  const all = catalogueTiers({
    ...(basis !== undefined && { basis }),
    ...(prices !== undefined && { prices }),
    ...(asOf !== undefined && { asOf }),
  })
  return {
    stores: all.flatMap((tier) => (tier.placeable ? [loneStore(tier)] : [])),
    unplaced: all.flatMap((tier) => (tier.placeable ? [] : [{ option: tier.id, because: tier.notPlacedBecause }])),
  }
}
