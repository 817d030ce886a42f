// How does MLX write down its quantization? Bits and group for all matrices and tables, and exceptions by module.
import type { Layer, Role } from '../architecture'
import { isObject } from '../fields'
import { coverage, linearRoles, namedModules } from './modules'

/** MLX quantizes embeddings and head too, not only what lies in the layers. */
const roles: readonly Role[] = [...linearRoles, 'embedding', 'lookup', 'head']

const modes: Readonly<Record<string, number>> = { mxfp4: 4 + 8 / 32, mxfp8: 8 + 8 / 32, nvfp4: 4 + 8 / 16 }

/** A 16-bit scale and bias for each group, unless a mode says otherwise; undefined where this is not MLX's. */
function bitsOf(scheme: unknown): number | undefined {
  if (!isObject(scheme)) return undefined
  const { bits, group_size: group, mode = 'affine' } = scheme
  if (typeof mode === 'string' && modes[mode] !== undefined) return modes[mode]
  if (mode !== 'affine' || typeof bits !== 'number' || !Number.isInteger(bits) || bits < 1 || bits > 16)
    return undefined
  return typeof group === 'number' && group >= 1 ? bits + 32 / group : undefined
}

export const isMlx = (scheme: unknown): boolean =>
  isObject(scheme) && scheme.quant_method === undefined && bitsOf(scheme) !== undefined

/** Bits by role: those of all, but for the share of layers that a module's own line covers. */
export function mlxBits(
  scheme: Readonly<Record<string, unknown>>,
  layers: readonly Layer[],
  plainBits: number,
): Partial<Record<Role, number>> {
  const usual = bitsOf(scheme) ?? plainBits
  const exceptions = Object.entries(scheme).flatMap(([name, value]) => {
    const bits = value === false ? plainBits : bitsOf(value)
    return bits === undefined ? [] : [{ bits, named: namedModules(name) }]
  })
  const byBits = new Map(exceptions.map(({ bits }) => [bits, exceptions.filter((each) => each.bits === bits)]))
  return Object.fromEntries(
    roles.map((role) => {
      const more = [...byBits].map(
        ([bits, group]) =>
          (bits - usual) *
          coverage(
            group.flatMap(({ named }) => named),
            role,
            layers,
          ),
      )
      return [role, usual + more.reduce((sum, each) => sum + each, 0)]
    }),
  )
}
