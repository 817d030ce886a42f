// What is loaded only when a cell draws a chapter's own figure?
export * from '../../figures/charts'
