// servemath cache-price: after how many hits is a cache write paid back, and what does the operator pay meanwhile?
import { model as catalogueModel } from '../../catalog'
import { type CachePrice, type CacheTariff, operatorCost, cachePrice as priced } from '../../lecture'
import { formatDuration, formatNumber, formatQuantity, parseQuantity, Refusal } from '../../units'
import { columns } from '../columns'
import type { Verb } from '../verb'
import { noWords, type Words } from '../words'

export const cachePrice: Verb = {
  usage: 'cache-price --write MULTIPLE --read MULTIPLE',
  says: 'When a cache pays for its buyer, with prices as multiples of plain input; and with an input price, model and accelerator, what it costs the operator.',
  flags: {
    write: { takes: 'MULTIPLE', says: 'price of a cache write over that of input, such as 1.25' },
    read: { takes: 'MULTIPLE', says: 'price of a cache hit over that of input, such as 0.1' },
    hits: { takes: 'N', says: 'expected hits after a write: the mean price of a token' },
    'long-write': { takes: 'MULTIPLE', says: 'price of a write to a cache that lives longer, such as 2' },
    life: { takes: 'TIME', says: 'how long a cache lives after its last use (5m)' },
    'long-life': { takes: 'TIME', says: 'the same of the cache that lives longer (1h)' },
    pause: { takes: 'TIME', says: 'between two uses: which strategy is cheapest, keep-alive pings among them' },
    input: { takes: 'PRICE', says: 'of plain input, such as 5USD/Mtok' },
    model: { takes: 'MODEL', says: 'of the catalogue, for what the operator pays; needs --accelerator and --input' },
    accelerator: { takes: 'ACCELERATOR', says: 'what serves it' },
  },
  examples: [
    'cache-price --write 1.25 --read 0.1',
    'cache-price --write 1.25 --read 0.1 --long-write 2 --pause 40m',
    'cache-price --write 1.25 --read 0.1 --hits 3 --input 5USD/Mtok --model llama-3.1-70b --accelerator h100-sxm --json',
  ],
  run: (words) => {
    noWords(words)
    const tariff = tariffIn(words)
    const answer = priced(tariff)
    const operator = operatorIn(words, tariff)
    return {
      json: { tariff, ...answer, ...(operator && { operator }) },
      text: () => [...lines(tariff, answer), ...(operator ? ['', ...operatorLines(operator)] : [])].join('\n'),
    }
  },
}

const flags = {
  write: ['write', '1'],
  read: ['read', '1'],
  hits: ['hits', '1'],
  longWrite: ['long-write', '1'],
  life: ['life', 's'],
  longLife: ['long-life', 's'],
  pause: ['pause', 's'],
} as const

function tariffIn(words: Words): CacheTariff {
  const { write, read, ...rest }: Partial<Record<keyof CacheTariff, number>> = Object.fromEntries(
    Object.entries(flags).flatMap(([name, [flag, unit]]) => {
      const text = words.value(flag)
      return text === undefined ? [] : [[name, parseQuantity(text, unit, `--${flag}`)]]
    }),
  )
  if (write === undefined) throw new Refusal('--write is missing: give the price of a cache write over that of input.')
  if (read === undefined) throw new Refusal('--read is missing: give the price of a cache hit over that of input.')
  return { write, read, ...rest }
}

interface Operator {
  readonly model: string
  readonly accelerator: string
  /** USD/token: what the buyer pays, and what it costs the operator */
  readonly input: { readonly price: number; readonly cost: number }
  readonly writePremium: {
    readonly price: number
    readonly cost: number
    readonly tier: string
    readonly costInMemory: number
  }
  readonly hit: { readonly price: number; readonly cost: number }
}

function operatorIn(words: Words, { write, read, life = 300 }: CacheTariff): Operator | undefined {
  const [name, accelerator, text] = ['model', 'accelerator', 'input'].map((flag) => words.value(flag))
  if (name === undefined && accelerator === undefined && text === undefined) return undefined
  if (name === undefined || accelerator === undefined || text === undefined) {
    throw new Refusal('What the operator pays needs --input, --model and --accelerator together.')
  }
  const price = parseQuantity(text, 'USD/token', '--input')
  const { forwardPass, keptInMemory, keptCheapest } = operatorCost({
    model: catalogueModel(name),
    acceleratorId: accelerator,
    life,
  })
  return {
    model: name,
    accelerator,
    input: { price, cost: forwardPass },
    writePremium: {
      price: (write - 1) * price,
      cost: keptCheapest.hold + keptCheapest.write,
      tier: keptCheapest.option,
      costInMemory: keptInMemory.hold,
    },
    hit: { price: read * price, cost: keptCheapest.retrieve },
  }
}

function lines(tariff: CacheTariff, answer: CachePrice): string[] {
  const { hitsToPayBack, wholeHits, breakEvenHitRate, meanPrice, longHitsToPayBack, pingsWorth } = answer
  const hits = (value: number | null): string =>
    value === null ? 'never: a hit is no cheaper than input' : formatNumber(value)
  return [
    ...columns([
      ['hits that pay back a write', hits(hitsToPayBack), wholeHits === null ? '' : `in whole hits ${wholeHits}`],
      ...(breakEvenHitRate === null ? [] : [['share of requests that must hit', formatNumber(breakEvenHitRate), '']]),
      ...(meanPrice === undefined
        ? []
        : [[`mean price over a write and ${tariff.hits} hits`, formatNumber(meanPrice), 'of input']]),
      ...(longHitsToPayBack === undefined
        ? []
        : [['hits that pay back the longer write', hits(longHitsToPayBack), '']]),
      ...(pingsWorth === undefined
        ? []
        : [['pings that cost as much as the longer write', formatNumber(pingsWorth), '']]),
    ]),
    ...strategyLines(tariff, answer),
  ]
}

function strategyLines({ pause }: CacheTariff, { pauseStrategies }: CachePrice): string[] {
  if (pause === undefined || pauseStrategies === undefined) return []
  const rows = pauseStrategies.map(({ strategy, price, pings, says }) => [
    `  ${strategy}${pings === undefined ? '' : `, ${pings} times`}`,
    formatNumber(price),
    says,
  ])
  return ['', `Two uses ${formatDuration(pause)} apart, in units of the prompt's input price:`, ...columns(rows, [1])]
}

function operatorLines({ model, accelerator, input, writePremium, hit }: Operator): string[] {
  const money = (value: number): string => formatQuantity(value, 'USD/token')
  return [
    `${model} on ${accelerator}:`,
    ...columns([
      ['  ', 'buyer pays', 'operator pays', ''],
      ['  input', money(input.price), money(input.cost), 'the forward pass'],
      [
        '  write over input',
        money(writePremium.price),
        money(writePremium.cost),
        `keeping in ${writePremium.tier}, the cheapest; ${money(writePremium.costInMemory)} in HBM`,
      ],
      ['  hit', money(hit.price), money(hit.cost), 'the load, nobody waiting'],
    ]),
    '  Host, network, failures and margins are left out.',
  ]
}
