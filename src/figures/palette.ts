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

/** The same hues, lifted until each stands out from a dark page. */
export const darkPalette: { readonly [place in Place]: string } = {
  hbm: '#F0742B',
  ddr: '#F2B740',
  lpddr: '#B5B5B5',
  flash: '#2BC79A',
  disk: '#4C9BE8',
  object: '#9AD6F7',
  remat: '#E39BC4',
}
