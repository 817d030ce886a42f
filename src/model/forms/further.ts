// Which forms are files that no cell of a page can name? A page fetches them with the further families.
export { gguf } from './gguf'
export { paramsJson } from './paramsJson'
