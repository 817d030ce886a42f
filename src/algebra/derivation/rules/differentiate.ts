// How does what stands alone on the left respond to one letter?
import { combine, dimensionText, parseUnit, Refusal } from '../../../units'
import { input } from '../../declare'
import { derivative } from '../../derivative'
import { name as nameOf, namesIn } from '../../expression'
import { print } from '../../print'
import type { Line } from '../line'
import { known, type Scope } from '../scope'
import type { Done } from '../step'
import { plainly } from './plainly'

/** The derivative of the right side by a letter; the left becomes a letter of its own, `perHoldTime` unless named. */
export function differentiate(
  line: Line,
  scope: Scope,
  by: string,
  as = `per${by[0]?.toUpperCase()}${by.slice(1)}`,
): Done {
  const variable = known(scope, by)
  if (line.left.kind !== 'name' || namesIn(line.right).has(line.left.name)) {
    throw new Refusal('differentiate needs a line with one letter alone on the left: isolate it first.')
  }
  const whole = known(scope, line.left.name)
  const slope = derivative(line.right, by)
  const rate = input(as, {
    symbol: `\\frac{\\partial ${whole.symbol}}{\\partial ${variable.symbol}}`,
    unit: dimensionText(combine(parseUnit(whole.unit).dimension, parseUnit(variable.unit).dimension, -1)),
    says: `${whole.says}, per ${variable.unit} of ${by}`,
  })
  const after: Line = { ...line, left: nameOf(as), right: plainly(slope) }
  return {
    rule: 'differentiate',
    says: `differentiate \`${print(line.left)}\` by \`${by}\``,
    after,
    claim: [slope, after.right],
    scope: new Map([...scope, [as, rate]]),
  }
}
