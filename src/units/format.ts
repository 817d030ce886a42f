// How is a quantity written for a reader? Three significant figures, SI or IEC prefix on the first unit, money, durations.
import { parseUnit } from './parse'

export interface FormatOptions {
  /** significant figures (default 3) */
  readonly digits?: number
  /** `si`: kB = 1000 B (default). `iec`: KiB = 1024 B. They are never mixed. */
  readonly prefix?: 'si' | 'iec'
}

const siSteps: readonly [number, string][] = [
  [1e18, 'E'],
  [1e15, 'P'],
  [1e12, 'T'],
  [1e9, 'G'],
  [1e6, 'M'],
  [1e3, 'k'],
]
const iecSteps: readonly [number, string][] = [
  [2 ** 50, 'Pi'],
  [2 ** 40, 'Ti'],
  [2 ** 30, 'Gi'],
  [2 ** 20, 'Mi'],
  [2 ** 10, 'Ki'],
]
// People say 90 s rather than 1.5 min, so minutes begin later than their length.
const durationSteps: readonly [from: number, scale: number, word: string][] = [
  [31_557_600, 31_557_600, 'years'],
  [86_400, 86_400, 'd'],
  [3600, 3600, 'h'],
  [100, 60, 'min'],
  [1, 1, 's'],
  [1e-3, 1e-3, 'ms'],
  [1e-6, 1e-6, 'µs'],
]
// A price per byte or per token has too many zeros to read: quote it per unit people buy.
const boughtIn: Record<string, readonly [scale: number, word: string]> = { B: [1e9, 'GB'], token: [1e6, 'Mtoken'] }

/** A number in the base unit `unit`, for a reader: `327680, 'B/token'` is `328 kB/token`, `2.5e-9, 'USD/B'` is `$2.50/GB`. */
export function formatQuantity(value: number, unit: string, options: FormatOptions = {}): string {
  const digits = options.digits ?? 3
  parseUnit(unit)
  if (unit === '1') return formatNumber(value, digits)
  if (unit === 's') return formatDuration(value, digits)
  if (unit === 'USD') return formatMoney(value, digits)
  const [over = '', under] = splitOnce(unit)
  if (over === 'USD') return formatPrice(value, under ?? '', digits)
  if (!/^(B|FLOP|token|J)$/.test(over)) return `${formatNumber(value, digits)} ${unit.replace('*', '·')}`
  const steps = options.prefix === 'iec' && over === 'B' ? iecSteps : siSteps
  const [scale, prefix] = steps.find(([step]) => rounded(Math.abs(value), digits) >= step) ?? [1, '']
  return `${significant(value / scale, digits)} ${prefix}${over}${under ? `/${under}` : ''}`
}

/** A plain number with `digits` significant figures: grouped thousands, a power of ten outside 1e-4…1e15. */
export function formatNumber(value: number, digits = 3): string {
  const size = Math.abs(value)
  if (value === 0) return '0'
  if (size >= 1e15 || size < 1e-4) return powerOfTen(value, digits)
  return significant(value, digits)
}

/** Two numbers that differ, each with as many figures as show it; two that are one double are told so. */
export function formatApart(left: number, right: number): readonly [string, string] {
  for (const digits of [3, 6, 10, 17]) {
    const [l, r] = [formatNumber(left, digits), formatNumber(right, digits)]
    if (l !== r) return [l, r]
  }
  const said = formatNumber(left)
  return [said, `${said} as well, up to the sixteen digits shown by a double`]
}

/** Seconds as the unit a person would say: `30.6 ms`, `69.7 s`, `4.24 h`, `11 d`, `2 years`. */
export function formatDuration(seconds: number, digits = 3): string {
  if (seconds === 0) return '0 s'
  if (!Number.isFinite(seconds)) return seconds > 0 ? 'for ever' : 'never'
  const size = rounded(Math.abs(seconds), digits)
  const [, scale, word] = durationSteps.find(([from]) => size >= from) ?? [0, 1e-9, 'ns']
  const text = significant(seconds / scale, digits)
  return `${text} ${word === 'years' && text === '1' ? 'year' : word}`
}

/** Dollars: `$2.50`, `$87,072`, and below a cent a power of ten, `$1.98×10⁻⁷`. */
export function formatMoney(usd: number, digits = 3): string {
  const sign = usd < 0 ? '−' : ''
  const size = Math.abs(usd)
  if (size === 0) return '$0'
  if (size < 1e-3) return `${sign}$${powerOfTen(size, digits)}`
  const decimals = size >= 1000 ? 0 : Math.max(2, digits - 1 - Math.floor(Math.log10(size)))
  const text = size.toFixed(decimals)
  return `${sign}$${grouped(text.replace(/(\.\d\d\d*?)0+$/, '$1'))}`
}

function formatPrice(value: number, under: string, digits: number): string {
  if (under === 's') return `${formatMoney(value * 3600, digits)}/h`
  const units = under.replace(/[()]/g, '').split('*')
  let scaled = value
  const words = units.map((unit) => {
    const [scale, word] = boughtIn[unit] ?? [1, unit]
    scaled *= scale
    return word
  })
  return `${formatMoney(scaled, digits)}/${words.length > 1 ? `(${words.join('·')})` : words[0]}`
}

function splitOnce(unit: string): [string, string?] {
  const slash = unit.indexOf('/')
  return slash < 0 ? [unit] : [unit.slice(0, slash), unit.slice(slash + 1)]
}

// 999.6 at three figures is 1000: the prefix is chosen after rounding, so 999.6 kB reads 1 MB.
function rounded(value: number, digits: number): number {
  return Number(value.toPrecision(digits))
}

/** Grouped thousands and no power of ten, whatever the size. */
export function significant(value: number, digits: number): string {
  const size = Math.abs(rounded(value, digits))
  const decimals = size === 0 ? 0 : Math.max(0, digits - 1 - Math.floor(Math.log10(size)))
  const text = value.toFixed(Math.min(decimals, 20))
  return grouped(decimals > 0 ? text.replace(/\.?0+$/, '') : text)
}

// Not toLocaleString: building its formatter costs a fresh process 20 ms.
function grouped(text: string): string {
  return text.replace(/^(-?\d+)/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','))
}

function powerOfTen(value: number, digits: number): string {
  const [mantissa = '', exponent = ''] = value.toExponential(digits - 1).split('e')
  const raised = Number(exponent)
    .toString()
    .replace(/[-\d]/g, (sign) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(sign)] ?? '⁻')
  return `${mantissa}×10${raised}`
}
