// Which fields may a reader pass over? One that sounds like attention, state or experts may not be: it is refused by name.
import { Refusal } from '../units/refusal'
import { brief } from './fields'

const suspect =
  /window|chunk|kv|latent|lora|rank|ssm|state|conv|index|compress|sparse|linear|head|share|attn|attention|cache|mamba|recurr|memory|hybrid|swa|local|global|sliding|stride|block|pattern|layer_?types|layers_|_layers|_layer_|expert|moe|cla_|mqa|gqa|mla|dsa|gate|gating|sink|retention|rwkv|delta|intermediate|ffn|mlp|altup|laurel|expand/i

/** Fields that sound so and change none of our numbers: dropout, norms, scaling, router losses, token ids, training, kernels. */
const harmless: readonly RegExp[] = [
  /dropout|pdrop|drop_rate|_drop$|norm_eps|epsilon|initializer|_scalar$|_init$|_std$|scale$|scaling|multiplier|softcap|logit|loss|coef|alpha|beta|temperature|theta/,
  /token_(id|index)$|_token$|tokens_per|token_num|_start$/,
  /^(output|summary|task|problem|label|id2label|use_cache|cache_implementation|remove_invalid|return_)/,
  /^(attn_implementation|_attn_implementation.*|attention_type|attn_config_type|use_flash.*|flash_attn.*|.*kernels?|fused?_.*|.*_fused?)$/,
  /^(use_bidirectional_attention)$/,
  /^(rope|rotary|mrope|yarn|partial_rotary|no_rope_layer_interval|position_embedding_type|nope|indexer_rope)/,
  /rope_(theta|scaling|parameters|interleave|percent)/,
  /^(router|moe_router|norm_topk|n_group|topk_group|topk_method|num_expert_group|moe_renormalize|use_grouped_topk|scoring_func|routed_scaling)/,
  /^(routed|moe)_.*(scaling|factor|score|act|activation|func|apply|weight|dropout|aux|norm|token|capacity|overlap|implementation|permute).*$/,
  /^(hidden_act|mlp_hidden_act|mamba_hidden_act|activation.*|gelu.*|.*_act|.*_act_fn|.*activation)$/,
  /^(gradient_checkpointing|pretraining_tp|ep_size|tp_plan|expert_model_parallel|is_encoder_decoder|is_decoder|add_cross_attention|cross_attention_hidden_size)/,
  /^(time_step|mamba_dt|a_init|A_initializer|rescale|residual)/,
  /(vision|visual|image|audio|video|speech|projector|img|mm_|vit_|pixel|patch)/i,
  /^(quantization_config|torch_dtype|dtype|auto_map|architectures|model_type|transformers_version|_name_or_path|_commit_hash)$/,
  /^(chunk_size_feed_forward|num_beam_groups|num_labels|pruned_heads|tie_encoder_decoder|begin_suppress|forced_|tokenizer_class|finetuning_task|summary|torchscript|tf_legacy_loss|use_bfloat16|unsloth.*)/,
  /^(mtp|num_mtp|num_nextn|nextn)/,
]

/** A value that switches a feature off, or leaves it unset, says nothing. */
const says = (value: unknown): boolean =>
  !(value === null || value === false || value === 0 || value === '' || (Array.isArray(value) && value.length === 0))

export function refuseUnread(paths: readonly string[], valueAt: (path: string) => unknown, family: string): void {
  for (const path of paths) {
    const name = path.slice(path.lastIndexOf('.') + 1)
    if (!suspect.test(name) || harmless.some((pattern) => pattern.test(name)) || !says(valueAt(path))) continue
    throw new Refusal(
      `servemath does not know what "${path}": ${brief(valueAt(path))} means in a ${family} model, and it may change what is cached or computed; it refuses rather than guess.`,
    )
  }
}
