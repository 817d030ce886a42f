// What does `npm test` check? Types, lint, unit tests, every notebook in its kernel, the site in a browser; then it counts.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'

process.chdir(new URL('../..', import.meta.url).pathname)
mkdirSync('.cache', { recursive: true })
const bin = (name) => `node_modules/.bin/${name}`
// By path: tslab brings a tsc of its own, and either may stand in .bin.
const tsc = 'node_modules/typescript/bin/tsc'
const notebooks = readdirSync('notebooks')
  .filter((name) => name.endsWith('.ipynb'))
  .map((name) => `notebooks/${name}`)

/** Each part gives the number of its checks that passed and failed. */
const parts = [
  ['types', () => command('node', [tsc, '-p', 'tsconfig.json'])],
  ['types of the page', () => command('node', [tsc, '-p', 'src/web/tsconfig.json'])],
  ['lint', () => command(bin('biome'), ['check', '.'])],
  ['build', () => command('node', ['src/build/library.mjs'])],
  ['unit tests', () => vitest('unit', [])],
  ['notebooks', () => notebookRun()],
  ['chapters in Jupyter', () => vitest('jupyter', ['-c', 'vitest.jupyter.config.ts'])],
  ['site in a browser', () => vitest('e2e', ['-c', 'vitest.e2e.config.ts'])],
]

let [passed, failed, skipped] = [0, 0, 0]
for (const [name, run] of parts) {
  const started = performance.now()
  const counts = await run()
  passed += counts.passed
  failed += counts.failed
  skipped += counts.skipped ?? 0
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(
    `\n== ${name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped ?? 0} skipped, ${seconds} s\n`,
  )
}
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(failed > 0 ? 1 : 0)

async function command(program, args) {
  const { code } = await execute(program, args)
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

// Vitest's JSON report is what is counted; a run that left none counts as one failure.
async function vitest(name, args) {
  const report = `.cache/${name}.json`
  rmSync(report, { force: true })
  const { code } = await execute(bin('vitest'), [
    'run',
    ...args,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites } = JSON.parse(
    readFileSync(report, 'utf8'),
  )
  const failures = Math.max(numFailedTests, numFailedTestSuites > 0 || code !== 0 ? 1 : 0)
  return { passed: numPassedTests, failed: failures, skipped: numPendingTests }
}

// One check a notebook: it runs clean, keeps the rules and gives its stored outputs.
async function notebookRun() {
  const { out } = await execute('node', ['dist/cli.js', 'run', '--check', '--lint', ...notebooks])
  const good = notebooks.filter((path) =>
    out.split('\n').some((line) => line.startsWith(path) && / ok$/.test(line.trim())),
  )
  const broken = notebooks.filter((path) => out.split('\n').some((line) => line.startsWith(`${path}: `)))
  const fine = good.filter((path) => !broken.includes(path))
  return { passed: fine.length, failed: notebooks.length - fine.length }
}

function execute(program, args) {
  return new Promise((done) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    let out = ''
    child.stdout.on('data', (text) => {
      process.stdout.write(text)
      out += text
    })
    child.on('error', (error) => done({ code: 1, out: String(error) }))
    child.on('close', (code) => done({ code: code ?? 1, out }))
  })
}
