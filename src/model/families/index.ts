// Which families does servemath know? A new one is a file beside this one and a line here.
import { deepseek } from './deepseek'
import type { Family } from './family'
import { llama } from './llama'
import { mistral } from './mistral'
import { qwen } from './qwen'

export const families: readonly Family[] = [deepseek, llama, mistral, qwen]
