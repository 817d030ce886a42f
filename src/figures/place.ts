// Which colour has an option of a placement? That of its medium, in every figure, strip and table.
import { type Medium, tier, tierIds } from '../catalog'
import { type Place, palette } from './palette'
import { placeInWords } from './placeNames'

export { shortName } from './placeNames'

const byMedium: { readonly [medium in Medium]: Place } = {
  hbm: 'hbm',
  ddr: 'ddr',
  lpddr: 'lpddr',
  cxl: 'ddr',
  flash: 'flash',
  disk: 'disk',
  object: 'object',
  block: 'flash',
}

/** Where an option's bytes wait; an unknown name counts as a remote store. */
export function placeOf(option: string): Place {
  if (option === 'hbm' || option === 'remat') return option
  const [id = option] = option.split(/[/+]/)
  if (tierIds().includes(id)) return byMedium[tier(id).medium]
  return placeInWords(id) ?? 'object'
}

/** The colour, `#rrggbb`, of an option of a placement: that of the medium its bytes wait in. */
export function colourOf(option: string): string {
  return palette[placeOf(option)]
}
