// Where does the text at an address come from? From the site; in a page saved as one file, from an element of the page.

const known = new Map<string, Promise<string>>()

export function textAt(address: string): Promise<string> {
  const fresh = known.get(address) ?? read(address)
  known.set(address, fresh)
  // A failed download may be tried again.
  fresh.catch(() => known.delete(address))
  return fresh
}

async function read(address: string): Promise<string> {
  if (address.startsWith('#')) {
    const element = document.getElementById(address.slice(1))
    if (!element) throw new Error(`${address} is not in this page`)
    return element.textContent ?? ''
  }
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address} answers ${response.status}`)
  return response.text()
}
