// How else is this question asked? On the command line, in a cell, and as the file both take.
import { type DeskState, isRecord } from './state'

/** As flags where the deployment is that plain; else with the deployment in a file. */
export function commandOf({ deployment, asked }: DeskState): string {
  const { model, accelerator, devices, precision, layout, ...rest } = deployment
  const plain = typeof model === 'string' && typeof accelerator === 'string' && Object.keys(rest).length === 0
  const { kv, weights } = isRecord(precision) ? precision : {}
  const tensorParallel = isRecord(layout) ? layout.tensorParallel : undefined
  const flags = plain
    ? [
        `${model} --accelerator ${accelerator}`,
        ...flag('devices', devices),
        ...flag('tp', tensorParallel),
        ...flag('kv-dtype', kv),
        ...flag('weights', weights),
      ]
    : ['--deployment desk.json']
  const wait = asked.deadline === '' ? [] : [`--deadline ${quoted(asked.deadline)}`]
  return [
    'npx servemath place',
    ...flags,
    `--context ${quoted(asked.context)}`,
    `--hold ${quoted(asked.hold)}`,
    ...wait,
  ].join(' ')
}

export function cellOf({ deployment, asked }: DeskState, context: number): string {
  const seconds = (text: string): string => `parseQuantity('${text.replaceAll("'", '')}', 's')`
  const deadline = asked.deadline === '' ? '' : `, deadline: ${seconds(asked.deadline)}`
  return [
    "import { parseQuantity, place, readDeployment, show } from 'servemath'",
    `const deployment = readDeployment(${JSON.stringify(deployment)})`,
    `show(place({ ...deployment, context: ${context}, holdTime: ${seconds(asked.hold)}${deadline} }))`,
  ].join('\n')
}

const flag = (name: string, value: unknown): string[] =>
  value === undefined ? [] : [`--${name} ${quoted(String(value))}`]

const quoted = (text: string): string => (/^[\w.:,/-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`)
