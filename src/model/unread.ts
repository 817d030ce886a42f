// Which fields may a reader pass over? One that sounds like attention, state or experts may not be: it is refused by name.
import { Refusal } from '../units/refusal'
import { brief } from './fields'

/** Words of what is cached and for how long: only a name known to be harmless is passed over. */
const strong =
  /window|chunk|kv|latent|lora|rank|ssm|state|conv|index|compress|sparse|linear|cache|shar(e|ing)|reuse|swa|slid|stride|dilat|span|recurr|memor|meta_token|retention|evict|prun|layer_?types|pattern|mla|mqa|gqa/i

/** Words of the layers' shape, which are also in many names of dropout, norms and losses. */
const weak =
  /head|attn|attention|mamba|hybrid|local|global|block|layers_|_layers|_layer_|expert|moe|cla_|dsa|gate|gating|sink|delta|rwkv|intermediate|ffn|mlp|altup|laurel|expand/i

const harmlessNames: readonly RegExp[] = [
  /^(use_cache|cache_implementation|chunk_size_feed_forward|pre_allocate_kv_cache|ignore_index|tie_encoder_decoder)$/,
  /^(output_hidden_states|output_attentions|pruned_heads|num_beam_groups|add_cross_attention|cross_attention_hidden_size)$/,
  /^(\w*attn_implementation\w*|reorder_and_upcast_attn|global_view_pos)$/,
  /^(n_group|topk_group|topk_method|num_expert_group|use_grouped_topk|norm_topk_prob|moe_renormalize|scoring_func)$/,
  /^(for_llm_compressor|index_share_for_mtp_iteration|lm_head|rm_head)$/, // loading, draft tokens, which head there is
  /^gen_/, // a generator of pictures beside it
  /token_(id|ids|index)$/,
  /^(rope|rotary|mrope|yarn|partial_rotary|no_rope_layer_interval|position_embedding_type|indexer_rope)/,
  /rope_(theta|scaling|parameters|interleave|percent)$/,
  /^(mtp|num_mtp|num_nextn|summary|unsloth|activation_)/,
  /vision|visual|image|audio|video|speech|projector|img|mm_|vit_|pixel|patch/i,
]

const harmlessWords: readonly RegExp[] = [
  /dropout|pdrop|drop_rate|epsilon|_eps$|initializer|_scalar$|_init$|_std$|scal(e|ing)$|multiplier|softcap|logit|loss|coef|jitter/,
  /alpha|beta|temperature|theta|clip|softmax_in_fp32|scale_attn|kernels?$|flash|fused|_act(_fn)?$|activation/,
  /router|routed_scaling|expert_(model_parallel|parallel)|moe_(router|routed|apply|aux|drop_tokens|token)|capacity|overlap/,
]

/** A value that switches a feature off, or leaves it unset, says nothing. */
const says = (value: unknown): boolean =>
  !(
    value === undefined ||
    value === null ||
    value === false ||
    value === 0 ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  )

export function isSuspect(name: string): boolean {
  if (harmlessNames.some((pattern) => pattern.test(name))) return false
  return strong.test(name) || (weak.test(name) && !harmlessWords.some((pattern) => pattern.test(name)))
}

export function refuseUnread(paths: readonly string[], valueAt: (path: string) => unknown, family: string): void {
  for (const path of paths) {
    const value = valueAt(path)
    if (!says(value) || !isSuspect(path.slice(path.lastIndexOf('.') + 1))) continue
    throw new Refusal(
      `servemath does not know what "${path}": ${brief(value)} means in a ${family} model; it may change what is cached or computed, so it is refused, not ignored. If it changes neither, --accept ${path} passes it.`,
    )
  }
}

type Accepted = { readonly rest: readonly string[]; readonly notes: readonly string[] }

/** What of the unread the user accepts, by path or by its last name; a field that is not there, or is read, cannot be. */
export function acceptedIn(
  accept: readonly string[],
  unread: readonly string[],
  valueAt: (path: string) => unknown,
): Accepted {
  const named = (path: string, name: string) => path === name || path.endsWith(`.${name}`)
  const wrong = accept.find((name) => !unread.some((path) => named(path, name)))
  if (wrong !== undefined) {
    throw new Refusal(
      `--accept ${wrong}: the config has no such field left unread; accept one that a refusal names, by its name or path.`,
    )
  }
  const isAccepted = (path: string) => accept.some((name) => named(path, name))
  return {
    rest: unread.filter((path) => !isAccepted(path)),
    notes: unread.filter(isAccepted).map((path) => `"${path}": ${brief(valueAt(path))} accepted unread, as asked`),
  }
}
