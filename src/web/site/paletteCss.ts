// How do the figures' colours reach the page? As CSS variables from the same constants, lighter on a dark page.
import { darkPalette, palette } from '../../figures/palette'

/** `--hbm` to `--remat`, for light and dark, and a class for each that means its colour by `--place`. */
export function paletteCss(): string {
  const variables = (colours: Readonly<Record<string, string>>) =>
    Object.entries(colours)
      .map(([place, colour]) => `--${place}:${colour}`)
      .join(';')
  const classes = Object.keys(palette).map((place) => `.place-${place}{--place:var(--${place})}`)
  return `:root{${variables(palette)}}.dark{${variables(darkPalette)}}${classes.join('')}`
}

/** The site's icon: the five options, stacked from hot to gone. */
export function icon(): string {
  const shown = [palette.hbm, palette.ddr, palette.flash, palette.disk, palette.remat]
  const bars = shown.map(
    (colour, row) => `<rect x="2" y="${3 + 6 * row}" width="${28 - 5 * row}" height="4" fill="${colour}"/>`,
  )
  return `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${bars.join('')}</svg>`)}`
}
