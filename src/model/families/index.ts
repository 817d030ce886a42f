// Which families does servemath know? A plain one is a row of plainTable, another a file beside this one and a line here.
import { chatglm } from './chatglm'
import { cohere } from './cohere'
import { deepseek } from './deepseek'
import { deepseekSparse } from './deepseekSparse'
import { deepseekV4 } from './deepseekV4'
import { t5, whisper } from './encoderDecoder'
import { exaone, seedOss, smollm } from './exaone'
import { falcon } from './falcon'
import { falconH1 } from './falconH1'
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
import { lfm2 } from './lfm2'
import { llama } from './llama'
import { llama4 } from './llama4'
import { longcat } from './longcat'
import { mamba } from './mamba'
import { mimo } from './mimo'
import { minicpm3 } from './minicpm3'
import { minimax } from './minimax'
import { minimaxM3 } from './minimaxM3'
import { mistral } from './mistral'
import { mllama } from './mllama'
import { dbrx, mpt } from './mosaic'
import { nemotronH } from './nemotronH'
import { nemotronNas } from './nemotronNas'
import { olmo } from './olmo'
import { opt } from './opt'
import { phi } from './phi'
import { plainFamilies } from './plainTable'
import { qwen } from './qwen'
import { qwenLinear } from './qwenLinear'
import { recurrentGemma } from './recurrentGemma'
import { rwkv } from './rwkv'
import { starcoder2 } from './starcoder2'
import { step3 } from './step3'
import { step35 } from './step35'
import { zamba2 } from './zamba2'

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
  ...plainFamilies,
  t5,
  whisper,
  falconH1,
  lfm2,
  longcat,
  minicpm3,
  mllama,
  dbrx,
  mpt,
  recurrentGemma,
  rwkv,
  zamba2,
  qwen,
  qwenLinear,
  seedOss,
  smollm,
  starcoder2,
  step3,
  step35,
]
