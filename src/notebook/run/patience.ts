// How long do we wait? A promise, or the word 'late'.

export async function within<T>(promise: Promise<T>, ms: number): Promise<T | 'late'> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), ms)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    // A timer left behind would hold the program open.
    clearTimeout(timer)
  }
}

export interface Promised<T> {
  readonly promise: Promise<T>
  keep(value: T): void
}

export function promised<T>(): Promised<T> {
  let keep: (value: T) => void = () => undefined
  const promise = new Promise<T>((resolve) => {
    keep = resolve
  })
  return { promise, keep: (value) => keep(value) }
}
