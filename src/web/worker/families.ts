// What is loaded only when a cell reads a config? The families of which the catalogue has no model, and how to define one.
import { families } from '../../model/families'
import * as further from '../../model/families/further'

export * from '../../model/defined'

families.push(...Object.values(further).flat())
