// What is loaded only when a cell reads a config? The families of which the catalogue has no model, and how to define one.
import { families } from '../../model/families'
import * as furtherFamilies from '../../model/families/further'
import { forms } from '../../model/forms'
import * as furtherForms from '../../model/forms/further'

export * from '../../model/defined'
export * from '../../model/tensors'

families.push(...Object.values(furtherFamilies).flat())
forms.push(...Object.values(furtherForms))
