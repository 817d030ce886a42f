// How do messages travel to the kernel's shell and back from its shell and its broadcast channel?
import { randomUUID } from 'node:crypto'
import type { Meeting } from './ports'
import { decode, encode, type Message } from './wire'

export type Channel = 'shell' | 'iopub'

export interface Connection {
  send(message: Message): Promise<void>
  close(): void
}

export async function connect(
  meeting: Meeting,
  hear: (message: Message, channel: Channel) => void,
): Promise<Connection> {
  // Loaded late: the native module is not needed by those who only read notebooks.
  const { Dealer, Subscriber } = await import('zeromq')
  const shell = new Dealer({ linger: 0 })
  const iopub = new Subscriber({ linger: 0, receiveHighWaterMark: 0 })
  shell.connect(meeting.shell)
  iopub.connect(meeting.iopub)
  iopub.subscribe()
  const listen = async (socket: AsyncIterable<Buffer[]>, channel: Channel) => {
    for await (const frames of socket) {
      const message = decode(frames, meeting.key)
      if (message !== undefined) hear(message, channel)
    }
  }
  void listen(shell, 'shell')
  void listen(iopub, 'iopub')
  const session = randomUUID()
  return {
    send: (message) => shell.send(encode(message, meeting.key, session)),
    close() {
      shell.close()
      iopub.close()
    },
  }
}
