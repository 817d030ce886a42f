// Which browser on this machine can draw a figure?
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The program named by CHROMIUM or CHROME, else the first one installed; undefined where there is none. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/snap/bin']
  const places = folders.flatMap((folder) => names.map((name) => join(folder, name)))
  const asked = [env.CHROMIUM, env.CHROME].filter((path) => path !== undefined && path !== '')
  return [...asked, ...places, ...elsewhere].find((path) => path !== undefined && existsSync(path))
}
