// Which weights does a module name or pattern of a quantization list mean, and in how many of the layers?
import type { Layer, Role } from '../architecture'

export type Named = { readonly role: Role; readonly layer: number | 'all' }

/** Roles whose matrices a quantizer touches when it is told "Linear". */
export const linearRoles: readonly Role[] = ['attention', 'mlp', 'experts', 'sharedExperts']

const elsewhere = /vision|visual|mtp|projector|audio|patch_merge/
const small = /norm|bias|conv1d|indexers_proj|eh_proj|shared_expert_gate|(mlp|ffn|moe|mixer)\\?\.(gate|router)\$?$/
const roles: readonly (readonly [pattern: RegExp, roles: readonly Role[]])[] = [
  [/shared_experts?/, ['sharedExperts']],
  [/experts/, ['experts']],
  [/(^|\.)(lm_head|head)\W*$/, ['head']],
  [/embed_tokens|(^|\.)embed\W*$/, ['embedding']],
  [/mixer\\?\.(up|down)_proj/, ['mlp']],
  [/attn|attention|mixer/, ['attention']],
  [/(mlp|ffn|feed_forward)\.\*/, ['mlp', 'experts', 'sharedExperts']], // whatever lies inside
  [/mlp|ffn|feed_forward|block_sparse_moe/, ['mlp']],
  [/layers\.\d+[.*]*$/, linearRoles],
]

export function namedModules(name: string): readonly Named[] {
  const found = rolesOf(name)
  if (found.length === 0) return []
  const index = /layers\.(\d+)/.exec(name)?.[1]
  return found.map((role) => ({ role, layer: index === undefined ? 'all' : Number(index) }))
}

// Lists of ten thousands of names differ in numbers only: each form is looked at once.
const byForm = new Map<string, readonly Role[]>()

function rolesOf(name: string): readonly Role[] {
  const form = name.replace(/\d+/g, '0')
  const known = byForm.get(form)
  if (known !== undefined) return known
  const none = elsewhere.test(form) || small.test(form)
  const found = none ? [] : (roles.find(([pattern]) => pattern.test(form))?.[1] ?? [])
  if (byForm.size < 1000) byForm.set(form, found)
  return found
}

/** Of the layers that have weights of `role`, the share that `named` covers. */
export function coverage(named: readonly Named[], role: Role, layers: readonly Layer[]): number {
  const mine = named.filter((module) => module.role === role)
  if (mine.some((module) => module.layer === 'all')) return 1
  const covered = new Set(mine.map((module) => module.layer))
  const having = layers.flatMap(({ weights }, index) => (weights.some((weight) => weight.role === role) ? [index] : []))
  return having.length === 0 ? 0 : having.filter((index) => covered.has(index)).length / having.length
}
