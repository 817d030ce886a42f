// What does a class take where a config leaves a field out? A nested config is written without the values its class has anyway.
import { type Otherwise, otherwise } from '../fields'

type Defaults = Readonly<Record<string, number>>

const sizes = (hidden: number, width: number, layers: number, heads: number, kv: number, vocab: number): Defaults => ({
  hidden_size: hidden,
  intermediate_size: width,
  num_hidden_layers: layers,
  num_attention_heads: heads,
  num_key_value_heads: kv,
  vocab_size: vocab,
})

const byType: Readonly<Record<string, readonly [className: string, values: Defaults]>> = {
  llama: ['LlamaConfig', sizes(4096, 11008, 32, 32, 32, 32_000)],
  mistral: ['MistralConfig', sizes(4096, 14336, 32, 32, 8, 32_000)],
  qwen2: ['Qwen2Config', sizes(4096, 22016, 32, 32, 32, 151_936)],
  qwen3: ['Qwen3Config', sizes(4096, 22016, 32, 32, 32, 151_936)],
  phi3: ['Phi3Config', sizes(3072, 8192, 32, 32, 32, 32_064)],
  gemma: ['GemmaConfig', { ...sizes(3072, 24576, 28, 16, 16, 256_000), head_dim: 256 }],
  gemma2: ['Gemma2Config', { ...sizes(2304, 9216, 26, 8, 4, 256_000), head_dim: 256 }],
  mllama_text_model: ['MllamaTextConfig', sizes(4096, 14336, 40, 32, 8, 128_256)],
}

/** The value of the first of `names` that the class of `modelType` documents. */
export function classDefault(modelType: string, names: readonly string[]): Otherwise<number> | undefined {
  const [className, values] = byType[modelType] ?? []
  const name = names.find((each) => values?.[each] !== undefined)
  return name === undefined ? undefined : otherwise(values?.[name] ?? 0, `${className} default`)
}
