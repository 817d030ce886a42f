// What does a chapter need to hold the equations against machines?
export { type Calibration, calibration } from '../../catalog/calibration'
export { measurementSources, measurements as measuredRows } from '../../catalog/measurements'
export { against, compare, summaries, summaryOf } from '../../placement/against'
