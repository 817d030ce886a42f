// What does a hover over an equation say? Its meaning, unit and formula, from its own declaration, above its type.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Writes into the declarations that tsc left in `folder`. */
export async function describeEquations(folder, library) {
  const { equations, inputs, constants } = await import(pathToFileURL(library).href)
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.d.ts'))) {
    const path = join(folder, name)
    const text = readFileSync(path, 'utf8')
    const described = text.replaceAll(/^export declare const (\w+):/gm, (line, quantity) => {
      const declared = equations[quantity] ?? inputs[quantity] ?? constants[quantity]
      return declared === undefined ? line : `/**\n * ${hoverOf(declared)}\n */\n${line}`
    })
    if (described !== text) writeFileSync(path, described)
  }
}

// As the pages of the site say it.
function hoverOf({ says, unit, expression, value }) {
  const formula = expression ?? value
  const lines = [`${says}${unit === '1' ? '' : ` (${unit})`}`, ...(formula === undefined ? [] : [`= ${formula}`])]
  return lines.join('\n * ').replaceAll('*/', '* /')
}
