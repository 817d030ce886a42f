import { describe, expect, it } from 'vitest'
import { constant, equation, input } from '../../../src/algebra'
import { derive, lineText } from '../../../src/algebra/derivation'

const price = input('price', { symbol: 'p', unit: 'USD/s', says: 'rent' })
const size = input('size', { symbol: 'C', unit: 'B', says: 'capacity' })
const weight = input('weight', { symbol: 'b', unit: 'B', says: 'bytes kept' })
const time = input('time', { symbol: 'T', unit: 's', says: 'how long' })
const once = input('once', { symbol: 'x', unit: 'USD', says: 'paid once' })
const twice = constant('twice', 2, { unit: '1', says: 'two of them' })
const rent = equation('rent', {
  symbol: 'q',
  unit: 'USD',
  says: 'what the space costs',
  inputs: { price, weight, size, time },
  expression: 'price * weight / size * time',
})
const bill = equation('bill', {
  symbol: 'Q',
  unit: 'USD',
  says: 'all of it',
  inputs: { twice, rent, once },
  expression: 'twice * (rent + once)',
})
const known = [rent, bill]
const end = (derivation: { readonly line: Parameters<typeof lineText>[0] }): string => lineText(derivation.line)

describe('every rule of a derivation does what its name says', () => {
  it('substitute puts a definition where its letter stands, as one fraction with nothing cancelled', () => {
    expect(end(derive('rent / price = time', { with: known }).substitute('rent'))).toBe(
      'price * weight * time / (size * price) = time',
    )
  })
  it('substitute puts in the value of a constant', () => {
    expect(end(derive(bill).substitute('twice'))).toBe('bill = 2 * (rent + once)')
  })
  it('expand multiplies out, and factor takes back what the terms share', () => {
    const open = derive(bill).expand()
    expect(end(open)).toBe('bill = twice * rent + twice * once')
    expect(end(derive('bill = twice * rent + twice * once', { with: known }).factor())).toBe(
      'bill = twice * (rent + once)',
    )
  })
  it('collect takes a factor from the terms that have it and leaves the others', () => {
    const start = derive('bill = twice * rent + once + rent', { with: known })
    expect(end(start.collect('rent'))).toBe('bill = rent * (twice + 1) + once')
  })
  it('cancel drops a factor above and below, or from both sides, and says that it must not be 0', () => {
    const within = derive('time = time * price / price', { with: known }).cancel('price')
    expect([end(within), within.conditions]).toEqual(['time = time', ['price > 0']])
    const across = derive('price * time = price * weight * time / size', { with: known }).cancel('price')
    expect(end(across)).toBe('time = weight * time / size')
    expect(end(derive('once / price = bill / price', { with: known }).cancel('price'))).toBe('once = bill')
  })
  it('isolate solves for a letter, in lowest terms, with the condition that what it divides by is not 0', () => {
    const solved = derive('rent + once = bill', { with: known }).substitute('rent').isolate('time')
    expect(end(solved)).toBe('time = size * (bill - once) / (price * weight)')
    expect(solved.conditions).toEqual(['price * weight > 0'])
    const apart = derive('price * time + once = twice * price * time', { with: known }).isolate('time')
    expect(apart.conditions[0]).toContain('!= 0')
  })
  it('differentiate gives the slope a letter and a unit of its own', () => {
    const slope = derive(rent).differentiate('time')
    expect(end(slope)).toBe('perTime = price * weight / size')
    expect(slope.steps[0]?.unit).toBe('USD/s')
  })
  it('leading keeps the largest power, and the error is the rest over what was kept', () => {
    const kept = derive(bill).substitute('rent').leading('time', 'large')
    expect(end(kept)).toBe('bill ≈ twice * price * weight * time / size')
    const error = kept.written().lines.at(-1)?.error?.text
    expect(error).toBe('once * size / (price * weight * time)')
    expect(end(derive(bill).substitute('rent').leading('time', 'small'))).toBe('bill ≈ twice * once')
  })
  it('limit needs a value to go to', () => {
    const share = 'rent / bill = price * time / (price * time + once)'
    expect(end(derive(share, { with: known }).limit('time', 'large'))).toBe('rent / bill → 1')
    expect(() => derive(bill).substitute('rent').limit('time', 'large')).toThrow(
      'The right side grows without end where time is large: leading("time", "large") says how.',
    )
  })
  it('arm takes the side of a max that the condition decides', () => {
    const most = derive('bill = max(rent, once)', { with: known })
    expect(end(most.arm('rent > once'))).toBe('bill = rent')
    expect(end(most.arm('rent < once'))).toBe('bill = once')
    expect(end(derive('bill = max(rent, once, 2 * once)', { with: known }).arm('rent > once'))).toBe(
      'bill = max(rent, 2 * once)',
    )
    expect(end(derive('bill = abs(rent - once)', { with: known }).arm('rent < once'))).toBe('bill = once - rent')
  })
  it('name gives a group of letters one of its own, with the unit it has', () => {
    const named = derive(rent).name('price / size', 'perByte', { symbol: 'h', says: 'rent of a byte' })
    expect(end(named)).toBe('rent = perByte * weight * time')
    expect(named.scope.get('perByte')?.unit).toBe('USD/(B*s)')
  })
  it('suppose narrows the derivation to a case, and says so', () => {
    const full = derive(rent).suppose('weight', 'size')
    expect([end(full.cancel('size')), full.conditions]).toEqual(['rent = price * time', ['weight = size']])
  })
})

describe('what does not follow is refused in one sentence', () => {
  it('with a point at which the line before holds and this one does not', () => {
    expect(() => derive(bill).rewrite('bill = twice * rent + once')).toThrow(
      /^rewrite does not follow: at .*bill = .* would say [\d.]+ = [\d.]+ USD|would say/,
    )
  })
  it('and so is a line whose units do not close', () => {
    expect(() => derive(bill).rewrite('bill = twice * rent * once')).toThrow(
      'The units do not close: USD on the left and USD^2 on the right of bill = twice * rent * once.',
    )
  })
  it('a derivation that comes back to a line would loop', () => {
    const there = derive(bill).expand()
    expect(() => there.factor('twice')).toThrow(
      'factor twice leads back to line 1, bill = twice * (rent + once): the derivation would loop.',
    )
  })
  it('each rule says what it needs, and which is nearest', () => {
    const line = derive(bill)
    expect(() => line.substitute('time')).toThrow('time is given, not derived')
    expect(() => line.substitute('rnt')).toThrow('Unknown letter "rnt": did you mean rent?')
    expect(() => line.cancel('once')).toThrow('once is no factor of both sides')
    expect(() => derive('bill = max(rent, once)', { with: known }).isolate('rent')).toThrow(
      'isolate needs a line that is linear in rent, and this one is not: take an arm of it first (arm).',
    )
    expect(() => derive('bill = once', { with: known }).expand()).toThrow('There is nothing to expand')
    expect(() => line.name('price / size', 'perByte', { symbol: 'h', says: '' })).toThrow('does not stand in this line')
    expect(() => derive('bill = rent = once', { with: known })).toThrow('two formulas with one = between them')
  })
})

describe('a derivation is plain data once written out', () => {
  it('survives JSON with its lines, reasons, conditions and verdicts', () => {
    const written = derive(bill).expand().written()
    expect(JSON.parse(JSON.stringify(written))).toEqual(written)
    expect(written.lines.map(({ text }) => text)).toEqual([
      'bill = twice * (rent + once)',
      'bill = twice * rent + twice * once',
    ])
    expect(written.lines[1]?.verdict?.verdict).toBe('proved')
  })
  it('colours in LaTeX only what the step brought in', () => {
    const [, line] = derive(bill).substitute('rent').written().lines
    expect(line?.right).toContain('{\\color{#1a73c9}{\\frac{p\\,b\\,T}{C}}}')
    expect(line?.right).toMatch(/\+ x/)
  })
})
