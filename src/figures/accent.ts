// Which colours has a figure for what is no place to wait? One accent and one grey, told apart by shape and dash too.

/** Both stand out from light and from dark paper, so they are not lifted. */
export const accent = '#7A6BDD'
export const grey = '#808080'

/** Dashes for curves of one colour, from the most to the least solid. */
export const dashes = ['solid', 'dash', 'dashdot', 'dot'] as const
