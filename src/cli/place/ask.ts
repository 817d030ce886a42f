// What does a `place` command ask? The question for the library, and the records its numbers come from.
import { type Accelerator, accelerator, type Tier } from '../../catalog'
import { kvDtype } from '../../model'
import {
  memoryPart,
  type Numbers,
  type Question,
  type TierNumbers,
  tiersFor,
  type Unplaced,
  unplacedFor,
} from '../../placement'
import { smallestNumberOfDevices } from '../../placement/devices'
import { formatQuantity, parseQuantity, Refusal, unknownName } from '../../units'
import { settingsWith } from '../settings'
import { asOfOnly, type Dated, datesIn, numbersOf } from '../spread'
import { type Subject, subjectNamed } from '../subject'
import type { Io } from '../verb'
import { onlyWord, type Words } from '../words'
import { type Cache, cacheOf } from './cache'
import { checkEffective, withSettings } from './effective'

export interface Ask {
  readonly subject: Subject
  readonly machine: Accelerator
  readonly question: Question
  readonly devices: number
  readonly tiers: readonly (Tier & TierNumbers)[]
  readonly unplaced: readonly Unplaced[]
  readonly cache: Cache
  /** every number the reader gave, by flag or by --set */
  readonly given: Numbers
  readonly dated: Dated
  readonly memory: Memory
}

const memories = ['all', 'after-weights', 'component'] as const
type Memory = (typeof memories)[number]

export async function askIn(words: Words, io: Io): Promise<Ask> {
  const word = onlyWord(words, 'a config.json or a model of the catalogue')
  const given = settingsIn(words)
  const { holdTime, context, devices: asked, ...set } = given
  const dated = datesIn(words)
  const machine = machineIn(words, set, dated)
  const subject = await subjectNamed(word, io)
  const cache = cacheOf(subject.architecture, context, set, { kvDtype: kvDtype(words.value('kv-dtype') ?? 'bf16') })
  const needs = { ...cache.numbers, ...numbersOf(machine), ...set }
  const devices = asked ?? smallestNumberOfDevices(needs)
  const memory = memoryIn(words)
  if (memory === 'after-weights') checkRoom({ ...needs, devices }, machine.id)
  const tiers = tiersFor(machine.id, { ...dated, devices }).map((tier) => withSettings(tier, set))
  const question: Question = {
    model: cache.numbers,
    accelerator: machine,
    tiers,
    holdTime,
    devices,
    ...(context !== undefined && { context }),
    ...deadlineIn(words, context),
    writes: words.has('no-writes') ? 'free' : 'wear',
    memory: memory === 'component' ? memoryPart(asOfOnly(dated)) : memory,
    set: { ...cache.exact, ...set },
  }
  const unplaced = unplacedFor(machine.id, { ...dated, devices })
  return { subject, machine, question, devices, tiers, unplaced, cache, given, dated, memory }
}

function settingsIn(words: Words): Numbers & { readonly holdTime: number } {
  const set = settingsWith(words, { hold: 'holdTime', context: 'context', devices: 'devices' })
  const { holdTime, context, devices } = set
  if (holdTime === undefined) throw new Refusal('No hold time was given: give --hold, such as --hold 5m.')
  checkEffective(set)
  for (const [name, count] of Object.entries({ context, devices })) {
    if (count === undefined || (Number.isInteger(count) && count >= 1)) continue
    throw new Refusal(`${name} is ${count}: expected a whole number, 1 or more.`)
  }
  return { ...set, holdTime }
}

function machineIn(words: Words, set: Numbers, dated: Dated): Accelerator {
  const id = words.value('accelerator')
  if (id === undefined)
    throw new Refusal('No accelerator was named: give --accelerator, such as --accelerator h100-sxm.')
  const machine = accelerator(id, asOfOnly(dated))
  const lacks = machine.missing.find((name) => set[name] === undefined)
  if (lacks === undefined) return machine
  const date = dated.asOf === undefined ? '' : ` by ${dated.asOf}`
  throw new Refusal(
    `The catalogue has no ${lacks} for ${id}${date}: give --set ${lacks}=…${lacks === 'flops' ? 'TFLOP/s' : 'USD/h'}.`,
  )
}

function memoryIn(words: Words): Memory {
  const asked = words.value('memory') ?? 'all'
  const found = memories.find((memory) => memory === asked)
  if (found === undefined) throw unknownName('way to price HBM', asked, memories)
  return found
}

function deadlineIn(words: Words, context: number | undefined): { deadline?: number } {
  const text = words.value('deadline')
  if (text === undefined) return {}
  if (context === undefined)
    throw new Refusal('--deadline needs --context: how long a load takes depends on its tokens.')
  const deadline = parseQuantity(text, 's', '--deadline')
  if (deadline < 0) throw new Refusal(`--deadline is ${text}: expected a time that is not negative.`)
  return { deadline }
}

function checkRoom({ devices = 0, memoryCapacity = 0, totalParams = 0, bytesPerParam = 0 }: Numbers, id: string): void {
  const [room, weights] = [devices * memoryCapacity, totalParams * bytesPerParam]
  if (room > weights) return
  throw new Refusal(
    `${devices} of ${id} hold ${formatQuantity(room, 'B')} and the weights take ${formatQuantity(weights, 'B')}: give more --devices.`,
  )
}
