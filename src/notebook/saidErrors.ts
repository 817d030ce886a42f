// How does Jupyter print what a cell throws? As its sentence: the stack under it would speak of tslab and of the library.

/** For a kernel only. The stack is still there for who asks for it: `console.log(error.stack)`. */
export function sayErrors(): void {
  Object.defineProperty(Error.prototype, Symbol.for('nodejs.util.inspect.custom'), {
    value(this: Error): string {
      return `${this.name}: ${this.message}`
    },
    configurable: true,
    writable: true,
  })
}
