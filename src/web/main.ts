// What do `npm start`, `npm run dev` and `npm run build` do? Pages from notebooks, then the site, then perhaps a server.
import { watch } from 'node:fs'
import { resolve } from 'node:path'
import { build, createServer } from 'vitepress'
import { generatePages } from './generate'
import { base, notebooksFolder, shellFolder, siteFolder } from './paths'
import { serve } from './serve'

const verbs: Record<string, () => Promise<void>> = { build: buildSite, dev: develop, start }

const verb = verbs[process.argv[2] ?? '']
if (!/^\/([^/]+\/)*$/.test(base)) fail(`BASE is "${base}": it must begin and end with a slash, like /servemath/.`)
else if (verb) await verb().catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)))
else fail(`Say one of ${Object.keys(verbs).join(', ')}.`)

async function buildSite(): Promise<void> {
  await generatePages()
  await build(shellFolder, { base, outDir: resolve(siteFolder) })
}

async function start(): Promise<void> {
  await buildSite()
  const { address } = await serve(siteFolder, base, Number(process.env.PORT ?? 5173))
  console.log(`\n  The workbook is at ${address}\n  (Ctrl-C stops it)`)
}

/** For writing: a saved notebook shows at once. */
async function develop(): Promise<void> {
  await generatePages()
  const server = await createServer(shellFolder, { base })
  await server.listen()
  server.printUrls()
  let pending: NodeJS.Timeout | undefined
  watch(notebooksFolder, () => {
    clearTimeout(pending)
    pending = setTimeout(() => generatePages().catch((error) => console.error(String(error))), 200)
  })
}

function fail(message: string): void {
  console.error(message)
  process.exitCode = 1
}
