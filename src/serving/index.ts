// How many conversations does a deployment serve, how fast, and how dear is a token?
export { type Fit, fit } from './fit'
export type { FitQuestion, ServeQuestion } from './question'
export { type Served, serve } from './serve'
