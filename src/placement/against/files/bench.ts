// Which rows are in the result of a serving benchmark? vLLM's `bench serve --save-result` and SGLang's `bench_serving`: times in ms, one object a run.
import { Refusal } from '../../../units'
import type { Fields } from '../row'
import { type Told, unnamed } from './told'

/** Both write the same names for times, and these alone never stand in a row. */
export const isBench = (fields: Fields): boolean =>
  typeof fields.completed === 'number' && ('median_ttft_ms' in fields || 'mean_ttft_ms' in fields)

/** A row for the time between tokens and one for the first token, in seconds. */
export function benchRows(result: Fields, told: Told, name: string): readonly Fields[] {
  const server = record(result.server_info)
  const model = told.model ?? texts(result.model_id, result.model, server.model_path)
  const tokens = tokensOf(result, name)
  const run = {
    ...tokens,
    between: numbers(result.median_tpot_ms, result.mean_tpot_ms, result.median_itl_ms),
    first: numbers(result.median_ttft_ms, result.mean_ttft_ms),
  }
  const inFlight = told.concurrency ?? numbers(result.max_concurrency, result.concurrency) ?? flying(result, run)
  const said = { tp: numbers(server.tp_size), ep: numbers(server.ep_size) }
  const system = texts(result.backend, result.endpoint_type)
  return runRows({ ...run, inFlight, name }, { ...known({ system, ...said }), ...told, ...known({ model }) })
}

export interface Run {
  readonly name: string
  readonly input_tokens: number
  readonly output_tokens: number
  /** ms */
  readonly between: number | undefined
  readonly first: number | undefined
  readonly inFlight: number | undefined
}

/** Rows of a run of any tool, once its numbers are known. */
export function runRows(
  { name, input_tokens, output_tokens, between, first, inFlight }: Run,
  about: Fields,
): readonly Fields[] {
  const { concurrency: _, ...fields } = about
  const missing = [
    ...(about.model === undefined ? ['no model (say --model)'] : []),
    ...(about.accel === undefined ? ['no machine (say --accelerator)'] : []),
  ]
  if (missing.length > 0) throw unnamed(name, missing)
  if (inFlight === undefined)
    throw new Refusal(`${name} does not say how many requests were in flight: say --concurrency.`)
  const batch = Math.max(1, Math.round(inFlight))
  const devices = about.devices ?? about.tp ?? 1
  const row = { source_key: name, devices, ...fields, batch, input_tokens, output_tokens, unit: 's' }
  return [
    ...(between === undefined || output_tokens < 2
      ? []
      : [{ ...row, id: `${name} tpot`, quantity: 'tpot_s', value: between / 1000 }]),
    // Beside others a request waits for its turn, which no equation of a pass knows.
    ...(first === undefined
      ? []
      : [{ ...row, id: `${name} ttft`, quantity: batch === 1 ? 'ttft_s' : 'ttft_serving_s', value: first / 1000 }]),
  ]
}

function tokensOf({ completed, total_input_tokens: input, total_output_tokens: output }: Fields, name: string) {
  const each = (total: unknown): number => Math.round(Number(total) / Number(completed))
  const [input_tokens, output_tokens] = [each(input), each(output)]
  if (input_tokens > 0 && output_tokens > 0) return { input_tokens, output_tokens }
  throw new Refusal(
    `${name} has no tokens of its requests: expected completed, total_input_tokens and total_output_tokens above 0.`,
  )
}

/** Requests in flight by Little's law: their rate times how long each takes. */
function flying(
  { request_throughput: rate }: Fields,
  { between, first, output_tokens }: Omit<Run, 'name' | 'inFlight'>,
) {
  if (typeof rate !== 'number' || between === undefined || first === undefined) return undefined
  return (rate * (first + between * (output_tokens - 1))) / 1000
}

const numbers = (...values: readonly unknown[]): number | undefined =>
  values.find((value): value is number => typeof value === 'number' && Number.isFinite(value))
const texts = (...values: readonly unknown[]): string | undefined =>
  values.find((value): value is string => typeof value === 'string')
const record = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {})
const known = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
