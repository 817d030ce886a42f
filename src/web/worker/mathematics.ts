// What is loaded only when a cell imports mathjs?
export * from 'mathjs'
