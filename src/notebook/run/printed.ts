// Does a cell print more than tslab can deliver or a reader can read?

export interface PrintWatch {
  /** Takes one message of a cell; answers what is wrong, once something is. */
  see(text: string): string | undefined
}

// Beyond about 500 messages in one burst tslab silently loses the rest, so we stop well before.
const limit = { messages: 400, lines: 10_000, characters: 1_000_000 }

export function watchPrinting(): PrintWatch {
  let messages = 0
  let lines = 0
  let characters = 0
  return {
    see(text) {
      messages += 1
      lines += text.split('\n').length - 1
      characters += text.length
      if (messages > limit.messages) {
        return `printed more than ${limit.messages} times, and tslab loses output beyond that: print a table as one string.`
      }
      if (lines > limit.lines) return 'printed more than 10,000 lines: show a summary instead.'
      if (characters > limit.characters) return 'printed more than 1,000,000 characters: show a summary instead.'
      return undefined
    },
  }
}
