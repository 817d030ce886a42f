// How do LongCat-Flash configs spell their fields? Each layer is two: two latent attentions, two MLPs, and experts beside them.
import { type Layer, weight } from '../architecture'
import { type Fields, quietly } from '../fields'
import { experts, mlp } from '../layers/feedForward'
import { latentAttention } from '../layers/latentAttention'
import { withFeedForward } from '../layers/layer'
import { readLatent } from './deepseek'
import { type Draft, type Family, hiddenSize, layerCount } from './family'
import { readExperts } from './mixture'

export const longcat: Family = { name: 'longcat', modelTypes: ['longcat_flash'], tied: false, read }

function read(fields: Fields): Draft {
  const hidden = hiddenSize(fields)
  const mixer = latentAttention(readLatent(fields))
  const dense = mlp({ hidden, width: fields.count('ffn_hidden_size'), gated: true })
  const first = withFeedForward(mixer, [...dense, ...mixture(fields)], 2 * hidden)
  const second = withFeedForward(mixer, dense, 2 * hidden)
  fields.passOver('attention_method', 'mla_scale_q_lora', 'mla_scale_kv_lora', 'num_hidden_layers', 'zero_expert_type')
  const pairs: Layer[] = Array.from({ length: layerCount(fields) }, () => [first, second]).flat()
  return { layers: pairs, outside: [weight('norm', hidden)] }
}

/** Some experts hand a token on as it is and weigh nothing: of those chosen, as large a share as of all. */
function mixture(fields: Fields) {
  const zero = fields.whole('zero_expert_num', quietly(0))
  const routed = readExperts(fields, 'expert_ffn_hidden_size')
  const all = routed.count + zero
  const perToken = (routed.perToken * routed.count) / all
  if (zero > 0)
    fields.note(`${zero} of ${all} experts weigh nothing: a token uses ${perToken.toPrecision(3)} others on average`)
  const router = weight('router', zero * hiddenSize(fields))
  return [...experts({ ...routed, perToken }), router]
}
