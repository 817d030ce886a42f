import { describe, expect, it } from 'vitest'
import { decode, encode, request } from '../../src/notebook/run/wire'

describe('a Jupyter message', () => {
  const asked = request('execute_request', { code: '1 + 1' })
  const frames = encode(asked, 'key', 'session').map((frame) => Buffer.from(frame))

  it('is read as it was written, whatever routing frames stand before it', () => {
    expect(decode(frames, 'key')).toEqual(asked)
    expect(decode([Buffer.from('route'), ...frames], 'key')).toEqual(asked)
  })

  it('is not for us when signed with another key, changed on the way, or cut short', () => {
    expect(decode(frames, 'other')).toBeUndefined()
    const changed = frames.map((frame) => Buffer.from(frame.toString().replace('1 + 1', '2 + 2')))
    expect(decode(changed, 'key')).toBeUndefined()
    expect(decode(frames.slice(0, 4), 'key')).toBeUndefined()
  })
})
