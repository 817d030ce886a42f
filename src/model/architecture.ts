// What is a model, once its config.json has been understood? A list of layers, each saying what it caches and computes.
import type { ContextLimit } from './contextLimit'

export type Architecture = {
  /** The name the file gives itself, if it does. */
  readonly model?: string
  readonly family: string
  readonly modelType: string
  readonly hidden: number
  readonly vocab: number
  /** One matrix serves as input embedding and as output head. */
  readonly tied: boolean
  readonly layers: readonly Layer[]
  /** Layers used only while speculating (MTP, NextN): outside every total unless asked for. */
  readonly draftLayers: readonly Layer[]
  /** What lies outside the layers: embeddings, head, last norm. */
  readonly outside: readonly Weight[]
  readonly quantization: Quantization
  /** Absent where the file declares none. */
  readonly contextLimit?: ContextLimit
  readonly notes: readonly string[]
}

export type Layer = {
  /** For the reader: `full attention`, `sliding attention (1024)`, `mamba-2`, `experts`. */
  readonly kind: string
  readonly caches: readonly Cache[]
  readonly attends: readonly Attend[]
  /** Work on a token beside its weights and what it attends to: the update of a constant state. */
  readonly stateFlops: number
  readonly weights: readonly Weight[]
  /** Its query geometry, where it has one. */
  readonly queries?: Queries
}

/** `scoreDim` is the width of a query-key product, `valueDim` of what is summed by it. */
export type Queries = { readonly heads: number; readonly scoreDim: number; readonly valueDim: number }

/** Which of the tokens seen so far have an entry. */
export type Reach =
  | { readonly over: 'all' }
  | { readonly over: 'last'; readonly tokens: number }
  | { readonly over: 'every'; readonly tokens: number }
  /** Tokens of another input, such as an encoder's: all there from the start. */
  | { readonly over: 'input'; readonly tokens: number }

/** What one entry holds. Only the KV dtype decides the bytes of the first three. */
export type Entry =
  | { readonly holds: 'keysAndValues'; readonly heads: number; readonly keyDim: number; readonly valueDim: number }
  /** One vector, stored once, that serves as key and value; the last `ropeDim` of it carry the position. */
  | { readonly holds: 'latent'; readonly latentDim: number; readonly ropeDim: number; readonly layout: LatentLayout }
  | { readonly holds: 'vector'; readonly dim: number }
  | { readonly holds: 'bytes'; readonly bytes: number }

/** Who packs the latent when it is stored in 8 bits: DeepSeek-V3 (656 B) or DeepSeek-V4 (584 B). */
export type LatentLayout = 'v3' | 'v4'

export type Cache =
  | {
      readonly keeps: 'entries'
      readonly entry: Entry
      readonly reach: Reach
      /** A selecting layer reads at most this many entries per step, though it stores them all. */
      readonly readsAtMost?: number
    }
  | { readonly keeps: 'state'; readonly elements: number; readonly dtype: Float }
  | { readonly keeps: 'convolution'; readonly channels: number; readonly kernel: number; readonly dtype: Float }

/** Work on each entry a token attends to; `absorbedFlops` where keys and values stay latent (MLA decode). */
export type Attend = {
  readonly reach: Reach
  readonly flops: number
  readonly absorbedFlops: number
  readonly atMost?: number
  /** `last` restarts at each multiple of its tokens, so that over a prompt only half of them are seen on average. */
  readonly chunked?: true
}

export type Float = 'float32' | 'bfloat16' | 'float16'

export type Role =
  | 'embedding' // read by lookup; also the head where tied
  | 'lookup' // further tables read by lookup: per-layer embeddings
  | 'head'
  | 'attention' // projections of attention and of state layers alike
  | 'mlp'
  | 'experts'
  | 'sharedExperts'
  | 'router'
  | 'norm' // norms, biases, positions, convolutions: what quantization leaves alone

/** Parameters, and how many of them one token uses. */
export type Weight = { readonly role: Role; readonly total: number; readonly active: number }

export type Quantization = {
  /** Bits of an unquantized parameter: the file's dtype. */
  readonly plainBits: number
  /** Bits of a quantized parameter by role; a role that is absent is plain. */
  readonly bits: Partial<Record<Role, number>>
  readonly says: string
  /** A method whose bits are not known: weight bytes are refused, the rest is not touched by it. */
  readonly unknown?: string
  /** KV dtype the checkpoint declares, in words of KvDtype. */
  readonly kv?: 'fp8' | 'int8' | 'nvfp4'
}

export const weight = (role: Role, total: number, active: number = total): Weight => ({ role, total, active })
