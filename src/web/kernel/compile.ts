// How does TypeScript in a cell become a function of its free names? Types off, scopes read, imports and last value rewritten.
import { type Program, parse } from 'acorn'
import { type Transform, transform } from 'sucrase'
import { type CellError, type Compiled, cellError, hidden } from './compiled'
import { rewrite } from './rewrite'
import { scopeOf } from './scope'

const stripped = {
  transforms: ['typescript'] satisfies Transform[],
  // What one cell imports, another may use.
  keepUnusedImports: true,
  disableESTransforms: true,
}

export function compile(source: string): Compiled | CellError {
  try {
    const script = transform(source, stripped).code
    const program = parsed(script)
    const { gives, constants, takes, assigns } = scopeOf(program)
    // A name that stands alone on either side of a colon-free object is exactly its value.
    const answer = `\n;return{last:${hidden.last},gives:{${gives.join(',')}}}`
    return { kind: 'compiled', gives, constants, takes, assigns, code: rewrite(script, program) + answer }
  } catch (error) {
    return syntaxError(error)
  }
}

function parsed(script: string): Program {
  return parse(script, {
    ecmaVersion: 'latest',
    sourceType: 'module',
    allowAwaitOutsideFunction: true,
    locations: true,
  })
}

// Both parsers end their messages with the place: `Unexpected token (3:7)`.
function syntaxError(error: unknown): CellError {
  const said = error instanceof Error ? error.message : String(error)
  const place = /\((\d+):\d+\)\s*$/.exec(said)
  const message = said.replace(/^Error transforming [^:]*: /, '').replace(/\s*\(\d+:\d+\)\s*$/, '')
  return cellError('SyntaxError', message, place ? Number(place[1]) : undefined)
}
