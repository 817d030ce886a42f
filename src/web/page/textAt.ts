// Where does the text at an address come from? From the site; in a page saved as one file, from an element of the page.
import { once } from '../once'

export const textAt = once(async (address: string): Promise<string> => {
  if (address.startsWith('#')) {
    const element = document.getElementById(address.slice(1))
    if (!element) throw new Error(`${address} is not in this page`)
    return element.textContent ?? ''
  }
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address} answers ${response.status}`)
  return response.text()
})
