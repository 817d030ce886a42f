// How is a Jupyter message written to and read from ZeroMQ frames?
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'

const delimiter = '<IDS|MSG>'

export interface Message {
  readonly id: string
  readonly type: string
  /** The request this message answers; '' for a message that answers none. */
  readonly parent: string
  readonly content: Readonly<Record<string, unknown>>
}

export function request(type: string, content: Message['content']): Message {
  return { id: randomUUID(), type, parent: '', content }
}

/** Frames as the kernel expects them: delimiter, signature, header, parent header, metadata, content. */
export function encode(message: Message, key: string, session: string): string[] {
  const header = {
    msg_id: message.id,
    msg_type: message.type,
    session,
    username: 'servemath',
    date: new Date().toISOString(),
    version: '5.3',
  }
  const parent = message.parent === '' ? {} : { msg_id: message.parent }
  const body = [header, parent, {}, message.content].map((part) => JSON.stringify(part))
  return [delimiter, sign(body, key), ...body]
}

/** Reads a message, whatever routing frames stand before it; one not signed with our key is not for us: undefined. */
export function decode(frames: readonly Buffer[], key: string): Message | undefined {
  const start = frames.findIndex((frame) => frame.toString() === delimiter)
  const [signature, header, parent, metadata, content] = frames.slice(start + 1)
  if (start < 0 || !signature || !header || !parent || !metadata || !content) return undefined
  const wanted = Buffer.from(sign([header, parent, metadata, content], key))
  if (signature.length !== wanted.length || !timingSafeEqual(signature, wanted)) return undefined
  const head = record(header)
  return {
    id: String(head.msg_id ?? ''),
    type: String(head.msg_type ?? ''),
    parent: String(record(parent).msg_id ?? ''),
    content: record(content),
  }
}

function sign(parts: readonly (string | Buffer)[], key: string): string {
  const hash = createHmac('sha256', key)
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

function record(frame: Buffer): Record<string, unknown> {
  const value: unknown = JSON.parse(frame.toString())
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
