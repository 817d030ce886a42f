// Which families does servemath know? A new one is a file beside this one and a line here.
import { chatglm } from './chatglm'
import { cohere } from './cohere'
import { deepseek } from './deepseek'
import { deepseekSparse } from './deepseekSparse'
import { deepseekV4 } from './deepseekV4'
import { exaone, seedOss, smollm } from './exaone'
import { falcon } from './falcon'
import type { Family } from './family'
import { gemma, gemma3 } from './gemma'
import { gemma3n } from './gemma3n'
import { gemma4 } from './gemma4'
import { glm } from './glm'
import { gpt2 } from './gpt2'
import { gptj } from './gptj'
import { gptOss } from './gptOss'
import { granite } from './granite'
import { hunyuan } from './hunyuan'
import { jamba } from './jamba'
import { kimiLinear } from './kimiLinear'
import { laguna } from './laguna'
import { llama } from './llama'
import { llama4 } from './llama4'
import { mamba } from './mamba'
import { mimo } from './mimo'
import { minimax } from './minimax'
import { minimaxM3 } from './minimaxM3'
import { mistral } from './mistral'
import { nemotronH } from './nemotronH'
import { nemotronNas } from './nemotronNas'
import { olmo } from './olmo'
import { opt } from './opt'
import { phi } from './phi'
import { qwen } from './qwen'
import { qwenLinear } from './qwenLinear'
import { starcoder2 } from './starcoder2'
import { step3 } from './step3'
import { step35 } from './step35'

export const families: readonly Family[] = [
  chatglm,
  cohere,
  deepseek,
  deepseekSparse,
  deepseekV4,
  exaone,
  falcon,
  gemma,
  gemma3,
  gemma3n,
  gemma4,
  glm,
  gpt2,
  gptj,
  gptOss,
  granite,
  hunyuan,
  jamba,
  kimiLinear,
  laguna,
  llama,
  llama4,
  mamba,
  mimo,
  minimax,
  minimaxM3,
  mistral,
  nemotronH,
  nemotronNas,
  olmo,
  opt,
  phi,
  qwen,
  qwenLinear,
  seedOss,
  smollm,
  starcoder2,
  step3,
  step35,
]
