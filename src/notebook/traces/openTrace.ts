// How does a reader put a trace of their own into a chapter? By its path, where the chapter runs beside their files.
import { type ReadOptions, readTrace, syntheticTrace, type Trace, type TrafficOptions } from '../../placement/trace'
import { Refusal } from '../../units'
import { host } from '../host'
import { unzipped } from './unzipped'

/** The hour that comes along: chats, coding agents and programs, small enough for a page. */
export const theHour: TrafficOptions = { seed: 1, duration: 3600, chats: 500, agents: 8, calls: 1000 }

/** The trace at `path`, plain or gzip, in any of the known formats; for an empty path the hour that comes along. */
export async function openTrace(path: string, options: ReadOptions = {}): Promise<Trace> {
  if (path.trim() === '') return syntheticTrace(theHour)
  const { readFile } = host()
  if (readFile === undefined) {
    throw new Refusal(
      `${path} cannot be read here, away from your files: run this chapter in Jupyter, or give the file to \`servemath replay\`.`,
    )
  }
  const text = new TextDecoder().decode(await unzipped(await readFile(path), path))
  return readTrace(text, { name: path, ...options })
}
