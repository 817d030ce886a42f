// Which colour means which place to wait? The same in every figure, strip and table (Okabe and Ito 2008, colour-blind safe).

export type Place = 'hbm' | 'ddr' | 'lpddr' | 'flash' | 'disk' | 'object' | 'remat'

/** On light paper. From hot (HBM) to cold (object store); rematerializing is the option that is not a place. */
export const palette: { readonly [place in Place]: string } = {
  hbm: '#D55E00',
  ddr: '#E69F00',
  lpddr: '#5F5F5F',
  flash: '#009E73',
  disk: '#0072B2',
  object: '#56B4E9',
  remat: '#CC79A7',
}

/** The same hues, moved until each stands out from a dark page and, for every kind of colour vision, from the others. */
export const darkPalette: { readonly [place in Place]: string } = {
  hbm: '#EF6C1F',
  ddr: '#E6C552',
  lpddr: '#C4C4C4',
  flash: '#27A287',
  disk: '#4A80FA',
  object: '#A8F0FF',
  remat: '#CC8FD6',
}
