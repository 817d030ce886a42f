// How is a built site looked at locally? A static server for one folder, as any host would serve it.
import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { createGzip } from 'node:zlib'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
}
const alreadySmall = new Set(['.png', '.woff2', '.woff'])
const portsToTry = 20

export interface Served {
  readonly address: string
  close(): void
}

/** Serves `folder` under `base` on the first free port from `port` on. */
export async function serve(folder: string, base: string, port: number): Promise<Served> {
  const server = createServer((request, response) => answer(folder, base, request.url ?? '/', response))
  for (let next = port; next < port + portsToTry; next++) {
    if (await listens(server, next)) return { address: `http://localhost:${next}${base}`, close: () => server.close() }
  }
  throw new Error(`No port between ${port} and ${port + portsToTry - 1} is free: set PORT to one that is.`)
}

function listens(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const settle = (error?: NodeJS.ErrnoException) => {
      server.removeAllListeners('error').removeAllListeners('listening')
      if (!error) resolve(true)
      else if (error.code === 'EADDRINUSE') resolve(false)
      else reject(error)
    }
    server.once('error', settle).once('listening', () => settle())
    server.listen(port, 'localhost')
  })
}

function answer(folder: string, base: string, url: string, response: ServerResponse): void {
  const file = fileFor(folder, base, url)
  const path = file ?? join(folder, '404.html')
  const ending = extname(path)
  response.statusCode = file ? 200 : 404
  response.setHeader('content-type', types[ending] ?? 'application/octet-stream')
  if (alreadySmall.has(ending)) return void createReadStream(path).pipe(response)
  response.setHeader('content-encoding', 'gzip')
  createReadStream(path).pipe(createGzip()).pipe(response)
}

/** Undefined where there is no such file, or where the address leads out of the folder. */
function fileFor(folder: string, base: string, url: string): string | undefined {
  const [path = ''] = url.split(/[?#]/)
  if (!path.startsWith(base) || !isDecodable(path)) return undefined
  const within = normalize(`/${decodeURIComponent(path.slice(base.length))}`)
  const candidates = [within, `${within}.html`, join(within, 'index.html')].map((name) => join(folder, name))
  return candidates.find((name) => existsSync(name) && statSync(name).isFile())
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
