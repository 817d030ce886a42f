// What is loaded only when a cell is first edited? The compiler; cells as they were written come compiled.
export { compile } from '../kernel/compile'
