// What is loaded only when a cell asks what would change an answer? The search, the certificates, the map and their figures.
export * from '../../figures/robust'
export * from '../../placement/robust'
