// Where do kernel and client meet? Free local ports, a key, and the file that tells the kernel both.
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Meeting {
  readonly shell: string
  readonly iopub: string
  readonly key: string
  readonly file: string
  forget(): Promise<void>
}

export async function arrangeMeeting(): Promise<Meeting> {
  const [shell, iopub, control, stdin, heartbeat] = await freePorts(5)
  const key = randomUUID()
  const folder = await mkdtemp(join(tmpdir(), 'servemath-kernel-'))
  const file = join(folder, 'connection.json')
  const connection = {
    transport: 'tcp',
    ip: '127.0.0.1',
    signature_scheme: 'hmac-sha256',
    key,
    shell_port: shell,
    iopub_port: iopub,
    control_port: control,
    stdin_port: stdin,
    hb_port: heartbeat,
  }
  // The key lets its reader run code in the kernel, so nobody else may read it.
  await writeFile(file, JSON.stringify(connection), { mode: 0o600 })
  return {
    shell: `tcp://127.0.0.1:${shell}`,
    iopub: `tcp://127.0.0.1:${iopub}`,
    key,
    file,
    forget: () => rm(folder, { recursive: true, force: true }),
  }
}

// All are held open together, so that no two are equal.
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer())
  const ports = await Promise.all(servers.map(listen))
  await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))))
  return ports
}

function listen(server: ReturnType<typeof createServer>): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (address !== null && typeof address === 'object') resolve(address.port)
      else reject(new Error('No local port is free.'))
    })
  })
}
