// How many figures has a chapter? As many as its stored outputs hold.
import { readNotebook } from '../../src/notebook/file/disk'
import { figureMime } from '../../src/notebook/mime/bundle'

export async function figuresIn(path: string): Promise<number> {
  const { cells } = await readNotebook(path)
  return cells.flatMap(({ outputs }) => outputs).filter((output) => 'data' in output && output.data[figureMime]).length
}
