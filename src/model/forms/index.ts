// Which forms of description are known? A page's worker begins with none of them.
import type { Form } from './form'
import * as further from './further'

export type { Described } from './form'
export const forms: Form[] = Object.values(further)
