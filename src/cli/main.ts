// Where does the process begin? Arguments and streams in, exit code out.
import { main } from './servemath'

// A reader such as `head` may leave before the end; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

// It can be read only once, and is asked for once a machine.
let read: Promise<Uint8Array> | undefined
const stdin = (): Promise<Uint8Array> => (read ??= all())

async function all(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of process.stdin) chunks.push(chunk)
  return Buffer.concat(chunks)
}

void main(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  stdin,
  piped: () => process.stdin,
  // A file or a pipe is read on a screen in the end.
  columns: process.stdout.columns ?? 80,
}).then((code) => {
  process.exitCode = code
})
