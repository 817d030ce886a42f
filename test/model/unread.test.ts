// Which field names make a config refused when no reader knows them? Those of attention, state and experts; not the rest.
import { describe, expect, it } from 'vitest'
import { isSuspect } from '../../src/model/unread'

const meaningful = [
  ...['attention_window', 'sliding_window_scale', 'kv_share_stride', 'kv_compression', 'latent_dim', 'lora_rank_kv'],
  ...['ssm_groups', 'state_heads', 'conv_width', 'index_dim', 'compress_every', 'sparse_blocks', 'linear_layers'],
  ...['cache_ratio', 'layer_sharing', 'reuse_keys_from', 'swa_heads', 'local_layers', 'global_every', 'head_groups'],
  ...['attention_span', 'dilation_stride', 'recurrent_width', 'memory_slots', 'num_meta_tokens', 'hybrid_ratio'],
  ...['expert_width', 'moe_every', 'gated_heads', 'attn_sink_tokens', 'retention_decay', 'mla_dim', 'num_gqa_groups'],
  ...['block_layout', 'ffn_width_list', 'layers_block_kinds', 'delta_heads', 'layer_types_v2', 'attention_pattern'],
]

const meaningless = [
  ...['attention_dropout', 'attn_pdrop', 'hidden_dropout', 'initializer_range', 'rms_norm_eps', 'layer_norm_epsilon'],
  ...[
    'rope_theta',
    'rope_scaling',
    'rope_parameters',
    'rope_local_base_freq',
    'partial_rotary_factor',
    'swa_rope_theta',
  ],
  ...[
    'attn_logit_softcapping',
    'query_pre_attn_scalar',
    'attention_multiplier',
    'attention_value_scale',
    'logits_scaling',
  ],
  ...[
    'router_aux_loss_coef',
    'router_jitter_noise',
    'norm_topk_prob',
    'n_group',
    'topk_group',
    'routed_scaling_factor',
  ],
  ...['moe_router_activation_func', 'moe_routed_scaling_factor', 'num_expert_group', 'scoring_func', 'aux_loss_alpha'],
  ...['use_cache', 'cache_implementation', 'output_hidden_states', 'output_attentions', 'pruned_heads', 'ignore_index'],
  ...['_attn_implementation', 'attention_softmax_in_fp32', 'scale_attn_weights', 'use_mamba_kernels', 'hidden_act'],
  ...['image_token_index', 'eos_token_id', 'pad_token_id', 'vision_feature_layer', 'use_unified_vision_chunk'],
  ...['num_nextn_predict_layers', 'mtp_transformer_layers', 'activation_situ_linear_beta', 'transformers_version'],
  ...[
    'chunk_size_feed_forward',
    'tie_encoder_decoder',
    'num_beam_groups',
    'summary_use_proj',
    'pretraining_tp',
    'ep_size',
  ],
]

describe('a field that no reader read', () => {
  it.each(meaningful)('%s may not be passed over', (name) => expect(isSuspect(name)).toBe(true))
  it.each(meaningless)('%s may', (name) => expect(isSuspect(name)).toBe(false))
})
