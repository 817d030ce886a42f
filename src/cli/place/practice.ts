// Which further options does a `place` command ask for? A part of a cache computed, or its bytes compressed, in every tier.
import type { Asking, Compression } from '../../placement'
import { parseQuantity, Refusal } from '../../units'
import type { Flags, Words } from '../words'

export const practiceFlags: Flags = {
  parallel: { says: 'also race each tier with the back of a context alone: its front is computed while that loads' },
  compress: {
    takes: 'NAME=RATIO[:TIME]',
    repeats: true,
    says: 'also race each tier with so many times fewer bytes, unpacked in a time a token: fp8=2 or cachegen=3.5:2us',
  },
  'hit-share': { takes: 'SHARE', says: 'of a kept prefix that still matches, the rest is computed: 0.7 or 70% (all)' },
}

export function practiceIn(words: Words): Pick<Asking, 'parallel' | 'compress' | 'hitShare'> {
  const [hitShare, compressed] = [words.value('hit-share'), words.values('compress').map(compressionIn)]
  const names = compressed.map(([name]) => name)
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice !== undefined) throw new Refusal(`--compress names ${twice} twice: give each its own name.`)
  return {
    ...(words.has('parallel') && { parallel: true }),
    ...(compressed.length > 0 && { compress: Object.fromEntries(compressed) }),
    ...(hitShare !== undefined && { hitShare: parseQuantity(hitShare, '1', '--hit-share') }),
  }
}

function compressionIn(text: string): [name: string, Compression] {
  const [, name, ratio, time] = /^\s*([\w.-]+)\s*=\s*([^:]+?)\s*(?::\s*(.+))?$/.exec(text) ?? []
  if (name === undefined || ratio === undefined) {
    throw new Refusal(`--compress is "${text}": expected a name and its ratio, such as fp8=2, or cachegen=3.5:2us.`)
  }
  const what = `--compress ${name}`
  return [
    name,
    {
      ratio: parseQuantity(ratio, '1', what),
      ...(time !== undefined && { decodeTime: parseQuantity(time, 's', what) }),
    },
  ]
}
