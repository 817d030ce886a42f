// Which families does servemath know? A plain one is a row of plainTable, another a file beside this one and a line here or in further.
import { cohere } from './cohere'
import { deepseek } from './deepseek'
import { deepseekSparse } from './deepseekSparse'
import { deepseekV4 } from './deepseekV4'
import { falcon } from './falcon'
import type { Family } from './family'
import * as further from './further'
import { gemma, gemma3 } from './gemma'
import { gemma3n } from './gemma3n'
import { gemma4 } from './gemma4'
import { glm } from './glm'
import { gpt2 } from './gpt2'
import { gptOss } from './gptOss'
import { granite } from './granite'
import { hunyuan } from './hunyuan'
import { jamba } from './jamba'
import { kimiLinear } from './kimiLinear'
import { llama } from './llama'
import { llama4 } from './llama4'
import { mamba } from './mamba'
import { mimo } from './mimo'
import { minimax } from './minimax'
import { mistral } from './mistral'
import { nemotronH } from './nemotronH'
import { phi } from './phi'
import { qwen } from './qwen'
import { qwenLinear } from './qwenLinear'
import { step3 } from './step3'

/** A page's worker begins without the further ones, and adds them where a cell reads a config. */
export const families: Family[] = [
  cohere,
  deepseek,
  deepseekSparse,
  deepseekV4,
  falcon,
  gemma,
  gemma3,
  gemma3n,
  gemma4,
  glm,
  gpt2,
  gptOss,
  granite,
  hunyuan,
  jamba,
  kimiLinear,
  llama,
  llama4,
  mamba,
  mimo,
  minimax,
  mistral,
  nemotronH,
  phi,
  qwen,
  qwenLinear,
  step3,
  ...Object.values(further).flat(),
]
