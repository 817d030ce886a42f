// What is loaded only when a cell asks how sure an answer is? Drawing, odds, bands, and their figures.
export * from '../../algebra/uncertain'
export * from '../../deployment/shownRanges'
export * from '../../figures/uncertain'
export * from '../../placement/uncertain'
