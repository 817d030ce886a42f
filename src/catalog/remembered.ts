// How is a record built once, however often it is asked for? Under what it was asked with; records are frozen, so they can be shared.

// More are asked for only by a program that goes through dates, and it starts again then.
const most = 2000

export function remembered<Options, T>(
  build: (id: string, options: Options) => T,
): (id: string, options: Options) => T {
  const built = new Map<string, T>()
  return (id, options) => {
    const key = `${id} ${JSON.stringify(options)}`
    const known = built.get(key)
    if (known !== undefined) return known
    const fresh = build(id, options)
    if (built.size >= most) built.clear()
    built.set(key, fresh)
    return fresh
  }
}
