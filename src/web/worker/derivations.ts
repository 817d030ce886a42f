// What is loaded only when a cell derives? The rules, the book's derivations and their exercise, upon the worker's library.
export * from '../../algebra/derivation'
export * from '../../derivations/steps'
export * from '../../notebook/stepExercise'
