// Which request does an arriving message answer?
import type { Channel } from './connection'
import { promised } from './patience'
import type { Message } from './wire'

export interface Question {
  readonly message: Message
  readonly reply: Promise<Message['content']>
  readonly idle: Promise<'idle'>
}

export interface Questions {
  open(message: Message, hearOutput?: (message: Message) => void): Question
  hear(message: Message, channel: Channel): void
}

// Nothing is forgotten: a timer may print long after its cell.
export function openQuestions(): Questions {
  const open = new Map<string, (message: Message, channel: Channel) => void>()
  return {
    open(message, hearOutput) {
      const reply = promised<Message['content']>()
      const idle = promised<'idle'>()
      open.set(message.id, (answer, channel) => {
        if (channel === 'shell') reply.keep(answer.content)
        else if (answer.type !== 'status') hearOutput?.(answer)
        else if (answer.content.execution_state === 'idle') idle.keep('idle')
      })
      return { message, reply: reply.promise, idle: idle.promise }
    },
    hear: (message, channel) => open.get(message.parent)?.(message, channel),
  }
}
