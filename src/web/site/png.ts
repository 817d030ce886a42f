// How wide and high is a PNG? Its header says, so a page can reserve the room before the picture arrives.

export interface Size {
  readonly width: number
  readonly height: number
}

const signature = [0x89, 0x50, 0x4e, 0x47]

export function pngSize(bytes: Uint8Array): Size | undefined {
  if (bytes.length < 24 || signature.some((byte, index) => bytes[index] !== byte)) return undefined
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { width: header.getUint32(16), height: header.getUint32(20) }
}
