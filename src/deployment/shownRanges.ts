// Which ranges have the numbers of a deployment by themselves? A page fetches them when a cell asks.
export { rangesOf, usualFactors } from './ranges'
