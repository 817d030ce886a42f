// What is asked at the desk? A deployment as a file writes it, and a question of it: a link, a file and a command spell the same.
import { Refusal } from '../../units'

type Json = Readonly<Record<string, unknown>>

/** Amounts are kept as their asker wrote them. */
export interface Asked {
  readonly context: string
  readonly hold: string
  /** how long the user may wait; empty for as long as a rematerialization takes */
  readonly deadline: string
}

export interface DeskState {
  readonly version: 1
  readonly deployment: Json
  readonly asked: Asked
}

export const usual: DeskState = {
  version: 1,
  deployment: { model: 'llama-3.1-70b', accelerator: 'h100-sxm' },
  asked: { context: '32768', hold: '5 min', deadline: '' },
}

export const mark = '#desk='
/** Browsers cut longer links; a whole config.json is shorter. */
const longest = 50_000

/** Undefined where there is too much for a link. */
export function linkOf(state: DeskState): string | undefined {
  const bytes = new TextEncoder().encode(JSON.stringify(state))
  const text = btoa(String.fromCharCode(...bytes))
  const hash = mark + text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
  return hash.length > longest ? undefined : hash
}

/** Undefined where the address asks nothing of the desk. */
export function fromLink(hash: string): DeskState | undefined {
  if (!hash.startsWith(mark)) return undefined
  if (hash.length > longest) throw new Refusal('This link is too long to be one of the desk.')
  try {
    const text = atob(hash.slice(mark.length).replaceAll('-', '+').replaceAll('_', '/'))
    return stateIn(new TextDecoder().decode(Uint8Array.from(text, (letter) => letter.charCodeAt(0))))
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('This link is damaged: it was cut, or is of another kind.')
  }
}

/** A saved desk, or a deployment as the command line saves it. */
export function stateIn(text: string): DeskState {
  const value: unknown = JSON.parse(text)
  if (!isRecord(value)) throw new Refusal('Expected a desk or a deployment, as one JSON object.')
  if (value.deployment === undefined) return { ...usual, deployment: value }
  if (value.version !== 1)
    throw new Refusal(
      `This desk is of version ${JSON.stringify(value.version)}: expected 1. It says ${text.slice(0, 200)}`,
    )
  if (!isRecord(value.deployment)) throw new Refusal('The deployment of this desk is no object.')
  const asked = isRecord(value.asked) ? value.asked : {}
  const words = Object.entries(usual.asked).map(([name, own]) => [name, String(asked[name] ?? own).slice(0, 40)])
  return { version: 1, deployment: value.deployment, asked: Object.fromEntries(words) }
}

export const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
