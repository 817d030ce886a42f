// Which figures say how firm an answer is? A page fetches them, and what they draw, when a cell asks.
export { flipFactors } from './flipFactors'
export { type RegimeMapOptions, regimeMap } from './regimeMap'
