// What is drawn, and which of the numbers matters? A page fetches it when a cell asks.
export {
  type Drawing,
  drawn,
  quantileOf,
  quantilesIn,
  type Range,
  type Ranges,
  type SampleOptions,
  type Sobol,
  sensitivity,
  sobol,
  type Tornado,
  tornado,
  type Uncertain,
  uncertain,
} from './sample'
