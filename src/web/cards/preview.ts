// What picture stands for a card where its link is shared? Its name, its weight and its strip, drawn without a browser.
import { palette } from '../../figures'
import { encodePng } from '../../notebook/run/png'
import { formatQuantity } from '../../units'
import { canvas } from './canvas'
import type { Card } from './card'
import { glyphWidth } from './glyphs'
import { along, stretches, ticks } from './strip'

const [width, height, margin] = [600, 315, 30]
const [paper, ink, soft] = ['#fdfcf9', '#23211d', '#645e54']

export function preview({ model, perToken, hidden }: Card): Uint8Array {
  const picture = canvas(width, height, paper)
  const room = width - 2 * margin
  const sizeFor = (text: string, most: number) =>
    Math.max(1, Math.min(most, Math.floor(room / (text.length * glyphWidth))))
  picture.write(model.name, margin, 40, sizeFor(model.name, 5), ink)
  const weight = `${formatQuantity(perToken, 'B/token')} of cache`
  picture.write(weight, margin, 96, sizeFor(weight, 3), soft)
  picture.write('Where should it wait?', margin, 146, 2, soft)
  for (const { place, from, to } of stretches(hidden.envelope)) {
    picture.rectangle(margin + from * room, 172, (to - from) * room, 58, palette[place])
  }
  for (const [seconds, name] of ticks) {
    const at = margin + along(seconds) * room
    const across = name.length * glyphWidth * 2
    picture.write(name, Math.min(width - margin - across, Math.max(margin, at - across / 2)), 240, 2, soft)
  }
  picture.write('servemath', margin, 284, 2, ink)
  return encodePng(picture)
}
