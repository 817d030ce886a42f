export { type Axis, axisTitle, holdTimeAxis } from './axis'
export { type Figure, type FigureSpec, figure, type Label, type Milestone, type Trace } from './figure'
export { darkPalette, type Place, palette } from './palette'
export { colourOf, placeOf, shortName } from './place'
