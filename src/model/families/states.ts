// In which precision is a constant state kept? The file may say; if not, the class's way, noted because it is a factor of 2.
import { Refusal } from '../../units/refusal'
import type { Float } from '../architecture'
import { type Fields, otherwise } from '../fields'

/** Convolution states follow the model's dtype, which engines run in 16 bits. */
export const modelDtype: Float = 'bfloat16'

const names = ['mamba_ssm_dtype', 'mamba_ssm_cache_dtype']

/** State-space layers: 16 bits unless the file asks for more, as vLLM does. */
export const stateSpaceDtype = (fields: Fields): Float =>
  readDtype(fields, modelDtype, 'vLLM keeps the state in model dtype')

/** Delta-rule layers: fp32 unless the file says otherwise. */
export const deltaRuleDtype = (fields: Fields): Float =>
  readDtype(fields, 'float32', 'recurrent states are kept in fp32')

function readDtype(fields: Fields, byDefault: Float, says: string): Float {
  const name = fields.text(names, otherwise(byDefault, says)).replace('torch.', '')
  if (name === 'float32' || name === 'bfloat16' || name === 'float16') return name
  throw new Refusal(`mamba_ssm_dtype is "${name}"; expected float32, bfloat16 or float16.`)
}
