// What may the function of a live figure use? All that a cell can import, or ask for with lecture() and traffic().
import * as library from '../../index'
import * as ledger from '../../lecture'
import * as traces from '../traces'

/** By name; where a name has two meanings, the library's. */
export const everything: Readonly<Record<string, unknown>> = { ...traces, ...ledger, ...library }
