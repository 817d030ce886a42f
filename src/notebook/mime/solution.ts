// How is a solved equation displayed? Its closed form with the strength of its proof, its roots, or why there is none.
import { formulaLatex, print, type Solution } from '../../algebra'
import { formatNumber } from '../../units'
import { type MimeBundle, markdown } from './bundle'

export function solutionBundle(solution: Solution): MimeBundle {
  switch (solution.kind) {
    case 'none':
      return markdown(solution.reason)
    case 'numeric':
      return markdown(rootsText(solution.roots))
    case 'piecewise':
      return markdown(
        `${solution.arms.map((arm) => `$$${formulaLatex(arm)}$$`).join('\n\n')}\n\n${rootsText(solution.roots)}`,
        `${solution.arms.map(print).join('\n')}\n${rootsText(solution.roots)}`,
      )
    case 'closed-form':
      return markdown(
        `$$${formulaLatex(solution.expression)}$$\n\n(${solution.proof.verdict})`,
        `${print(solution.expression)}  (${solution.proof.verdict})`,
      )
  }
}

function rootsText(roots: readonly number[]): string {
  if (roots.length === 0) return 'No crossover was found.'
  return `Crossover at ${roots.map((root) => formatNumber(root)).join(' and ')}.`
}
