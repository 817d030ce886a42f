// How is what takes a download asked for only once? It is remembered by its key, unless it failed: that may be tried again.
export function once<K, V>(find: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const known = new Map<K, Promise<V>>()
  return (key) => {
    const found = known.get(key) ?? find(key)
    known.set(key, found)
    found.catch(() => known.delete(key))
    return found
  }
}
