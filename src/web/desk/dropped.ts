// What was dropped on the desk? A model's config.json, a deployment, or a desk that was saved; all else is refused by what it looks like.
import { Refusal } from '../../units'
import { modelIn } from './answer'
import { type DeskState, isRecord, stateIn } from './state'

export function dropped(text: string, now: DeskState): DeskState {
  if (text.startsWith('GGUF'))
    throw new Refusal('That is a GGUF, weights and all: drop the config.json of the model it was made from.')
  if (/^\s*\{[^\n]*"(hash_ids|timestamp)"/.test(text) && text.includes('\n{'))
    throw new Refusal('That is a trace of requests: npx servemath replay and npx servemath buy read it.')
  const value = modelIn(text)
  if (!isRecord(value)) throw new Refusal('Expected a config.json, a deployment or a saved desk.')
  if (value.model_type !== undefined || value.architectures !== undefined)
    return { ...now, deployment: { ...now.deployment, model: value } }
  return stateIn(text)
}
