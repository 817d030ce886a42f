// Which parts of sucrase does a cell never need? Flow, JSX, CommonJS and source maps: left out, the compiler is a fifth smaller.
import type { Plugin } from 'esbuild'

const parts = [
  'ts-interface-checker',
  '@jridgewell/gen-mapping',
  'lines-and-columns',
  'computeSourceMap',
  'formatTokens',
  'Options-gen-types',
  'getTSImportedNames',
  'CJSImportProcessor',
  'plugins/flow',
  'plugins/jsx/index',
  'plugins/jsx/xhtml',
  ...['JSX', 'Flow', 'JestHoist', 'ReactDisplayName', 'ReactHotLoader', 'CJSImport'].map(
    (name) => `${name}Transformer`,
  ),
]
// The one of them that runs at all checks options, and ours are checked by the type checker.
const checker = 'exports.createCheckers = () => ({ Options: { strictCheck() {} } })'

export const trimmed: Plugin = {
  name: 'trimmed',
  setup(build) {
    build.onResolve({ filter: new RegExp(`(^|/)(${parts.join('|')})$`) }, ({ path, importer }) =>
      importer.includes('sucrase') ? { path, namespace: 'trimmed' } : undefined,
    )
    build.onLoad({ filter: /.*/, namespace: 'trimmed' }, ({ path }) => ({
      contents: path === 'ts-interface-checker' ? checker : 'module.exports = {}',
    }))
  },
}
