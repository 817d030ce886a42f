// What follows where numbers are known only within ranges? Drawn by a seed, worked out column by column, and which of them matters.
export { type Columnwise, columnwise } from './columns'
export { checkedDrawing, type Draw, type Drawing, drawer, drawn } from './draw'
export { normalQuantile } from './normal'
export { quantilesIn } from './quantiles'
export { checkedRange, quantileOf, type Range, type Ranges } from './range'
export { type Answer, type Share, type Sobol, type SobolIndex, sobol } from './sobol'
export { type Swing, type Tornado, tornado } from './tornado'
export { formulaOf, type SampleOptions, sensitivity, type Uncertain, uncertain } from './uncertain'
