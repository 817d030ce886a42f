// Which parts of the library does a page fetch only when its cells ask for them? Scripts that stand on what the worker has.
import { relative, resolve } from 'node:path'
import type { Plugin } from 'esbuild'
import { charts } from './worker/partNames'

export type Part =
  | 'charts'
  | 'derivations'
  | 'families'
  | 'lecture'
  | 'measurements'
  | 'robust'
  | 'traffic'
  | 'uncertain'

interface Files {
  readonly entry: string
  /** files, or folders with all that is in them */
  readonly inside: readonly string[]
}

/** Figures, derivations, families and what is robust are asked for by the names a cell imports; the others the library imports itself, when a cell calls for them. */
export const parts: Readonly<Record<Part, Files>> = {
  charts: {
    entry: 'src/web/worker/charts.ts',
    inside: ['charts', 'step', ...charts].map((name) => `src/figures/${name}.ts`),
  },
  derivations: {
    entry: 'src/web/worker/derivations.ts',
    inside: ['src/algebra/derivation/', 'src/derivations/steps/', 'src/notebook/stepExercise.ts'],
  },
  families: {
    entry: 'src/web/worker/families.ts',
    inside: [
      ...['further', 'plain', 'chatglm', 'encoderDecoder', 'exaone', 'falconH1', 'gptj', 'laguna', 'lfm2', 'longcat'],
      ...['minicpm3', 'minimaxM3', 'mllama', 'mosaic', 'nemotronNas', 'olmo', 'opt', 'recurrentGemma', 'rwkv'],
      ...['starcoder2', 'step35', 'zamba2'],
    ]
      .map((name) => `src/model/families/${name}`)
      .concat(...['further', 'gguf', 'paramsJson'].map((name) => `src/model/forms/${name}`))
      .concat(
        'src/model/layers/crossAttention',
        'src/model/layers/sideBySide',
        'src/model/defined',
        'src/model/tensors',
      ),
  },
  lecture: {
    entry: 'src/lecture/index.ts',
    inside: [
      'src/lecture/',
      'src/catalog/apiCaching.ts',
      'src/catalog/apiPrices.ts',
      'data/api-caching.json',
      'data/api-prices.json',
      'data/lecture.json',
      'data/drains.json',
    ],
  },
  measurements: {
    entry: 'src/notebook/measured/index.ts',
    inside: [
      'src/notebook/measured/',
      'src/placement/against/',
      'src/catalog/measured.ts',
      'src/catalog/measurements.ts',
      ...['measurements', 'measured-machines', 'measured-models'].map((name) => `data/${name}.json`),
    ],
  },
  robust: {
    entry: 'src/web/worker/robust.ts',
    inside: [
      'src/placement/robust/',
      'data/published-rules.json',
      ...['robust', 'flipFactors', 'regimeMap'].map((name) => `src/figures/${name}.ts`),
    ],
  },
  uncertain: {
    entry: 'src/web/worker/uncertain.ts',
    inside: [
      'src/algebra/uncertain.ts',
      'src/algebra/sample/',
      'src/deployment/ranges.ts',
      'src/deployment/shownRanges.ts',
      'src/placement/uncertain/',
      ...['uncertain', 'cheapestOdds', 'costBands'].map((name) => `src/figures/${name}.ts`),
    ],
  },
  traffic: {
    entry: 'src/notebook/traces/index.ts',
    inside: [
      'src/notebook/traces/',
      'src/placement/replay/',
      'src/placement/trace/',
      ...['hitsByBytes', 'policyGap', 'survival', 'ttlCosts'].map((name) => `src/figures/${name}.ts`),
    ],
  },
}

const names = Object.keys(parts) as Part[]
const isIn = (part: Part, file: string): boolean =>
  file === parts[part].entry || parts[part].inside.some((path) => file.startsWith(path))
const named = (path: string): string => relative(process.cwd(), path)
const lent = 'lent'

/** Builds a part: whatever lies outside it is looked up in `shared`, a name that its reader gives it, by file. */
export function standing(part: Part): Plugin {
  return {
    name: part,
    setup(build) {
      build.onResolve({ filter: /^\./ }, async ({ path, importer, kind, resolveDir, pluginData }) => {
        if (pluginData === lent || !isIn(part, named(importer))) return undefined
        const found = await build.resolve(path, { importer, kind, resolveDir, pluginData: lent })
        const file = named(found.path)
        if (isIn(part, file)) return found
        const other = names.find((name) => isIn(name, file))
        if (other) return { errors: [{ text: `${part} needs ${file}, which lies in ${other}` }] }
        return { path: file, namespace: lent }
      })
      build.onLoad({ filter: /.*/, namespace: lent }, ({ path }) => ({
        contents: `module.exports = shared[${JSON.stringify(path)}]`,
      }))
    },
  }
}

/** The files a built part looks up. */
export function borrowed(inputs: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(inputs).flatMap((name) => (name.startsWith(`${lent}:`) ? [name.slice(lent.length + 1)] : []))
}

/** Builds the worker: without the parts, and with the files that they look up. */
export function lending(files: readonly string[]): Plugin {
  const lookedUp = [
    ...files.map((file, i) => `import * as m${i} from ${JSON.stringify(resolve(file))}`),
    `export const shared = { ${files.map((file, i) => `${JSON.stringify(file)}: m${i}`).join(', ')} }`,
  ].join('\n')
  return {
    name: 'lending',
    setup(build) {
      build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const file = named(path)
        if (file === 'src/web/worker/shared.ts') return { contents: lookedUp, resolveDir: resolve('src/web/worker') }
        const part = names.find((name) => isIn(name, file))
        return (
          part && {
            contents: file === parts[part].entry ? fetched(part) : 'export {}',
            resolveDir: resolve('src/web/worker'),
          }
        )
      })
    },
  }
}

// A module with a `then` is awaited by the `import()` that asks for it.
const fetched = (part: Part): string => `import { fetchModule } from './fetched'
export const then = (resolve, reject) => fetchModule(${JSON.stringify(part)}).then(resolve, reject)`
